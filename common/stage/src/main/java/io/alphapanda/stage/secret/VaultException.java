package io.alphapanda.stage.secret;

/// A secret can't be sealed or opened. The message says why and what to do, and holds neither the secret nor the key;
/// it is all a person needs to see, hence no stack trace.
public final class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    VaultException(String message) {
        super(message, null, false, false);
    }
}
