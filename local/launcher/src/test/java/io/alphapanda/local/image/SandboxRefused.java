package io.alphapanda.local.image;

/// This machine does not allow a sandbox; the message says at what it stopped.
final class SandboxRefused extends Exception {

    private static final long serialVersionUID = 1;

    SandboxRefused(String message) {
        super(message);
    }
}
