package io.alphapanda.local.image;

/// A room did not do what its image needs; the message is all a person needs.
public final class ImageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ImageException(String message) {
        super(message, null, false, false);
    }
}
