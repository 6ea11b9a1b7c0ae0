package io.alphapanda.engine.alpaca;

/// Something could not be read from Alpaca; the message is for people and holds no secrets.
final class AlpacaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean keysRefused;

    /// @param keysRefused because Alpaca does not know the keys: trying again is useless
    AlpacaException(String message, boolean keysRefused) {
        super(message);
        this.keysRefused = keysRefused;
    }

    boolean keysRefused() {
        return keysRefused;
    }
}
