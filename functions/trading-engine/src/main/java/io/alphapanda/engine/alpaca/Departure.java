package io.alphapanda.engine.alpaca;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// Whether an order has left, decided once, whoever asks first: its writer, with a connection in hand, or who gives up
/// waiting for one.
final class Departure {

    private enum State {
        WAITING,
        LEFT,
        ABANDONED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final InstantSource clock;
    private final Instant sendBy;

    /// @param sendBy from this moment on it does not leave any more
    Departure(InstantSource clock, Instant sendBy) {
        this.clock = clock;
        this.sendBy = sendBy;
    }

    /// Called immediately before the first byte is written.
    ///
    /// @throws TooLateException if it must not be; then it never will be
    void leave() {
        if (!clock.instant().isBefore(sendBy)) {
            state.compareAndSet(State.WAITING, State.ABANDONED);
        }
        if (!state.compareAndSet(State.WAITING, State.LEFT)) {
            throw new TooLateException();
        }
    }

    /// Called when sending has failed. After a `true` it can't leave any more.
    boolean abandon() {
        state.compareAndSet(State.WAITING, State.ABANDONED);
        return state.get() == State.ABANDONED;
    }

    /// It was to be sent by a moment that has passed.
    static final class TooLateException extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooLateException() {
            super("too late to send", null, false, false);
        }
    }
}
