package io.alphapanda.stage.trouble;

/// The event this one follows has not been decided yet; it will come again.
public final class OutOfTurnException extends TransientException {

    private static final long serialVersionUID = 1;

    public OutOfTurnException(String eventId, String follows) {
        super(eventId + " follows " + follows + ", which is not decided yet");
    }
}
