package io.alphapanda.local.manifests;

/// Manifests can't be read or rendered; the message is all a person needs.
public final class ManifestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ManifestException(String message) {
        super(message, null, false, false);
    }
}
