package io.alphapanda.stage.event;

/// The data of an event can't be read as what its type promises. Its message is shown to people: it names the field,
/// never the data.
public final class MalformedEventException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedEventException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
