package io.alphapanda.kite;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// Whether a request with consequences has left, decided once, whoever asks first.
///
/// ```
///             a connection stands, body about to be written, not too late
///   WAITING ──────────────────────────────────────────────────────────────▶ LEFT       its result may be unknown
///      │  no connection · too late · somebody stopped waiting
///      └──────────────────────────────────────────────────────────────────▶ ABANDONED  it can't leave any more
/// ```
final class Departure {

    private enum State {
        WAITING,
        LEFT,
        ABANDONED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final InstantSource clock;
    private final Instant sendBy;

    /// @param sendBy after this moment it does not leave any more
    Departure(InstantSource clock, Instant sendBy) {
        this.clock = clock;
        this.sendBy = sendBy;
    }

    /// For what may leave at any time.
    static Departure anytime() {
        return new Departure(InstantSource.fixed(Instant.MIN), Instant.MAX);
    }

    /// For a request without a body, whose leaving nobody is told of: it counts as gone from the beginning.
    static Departure unseen() {
        var departure = anytime();
        departure.state.set(State.LEFT);
        return departure;
    }

    /// Called with the connection in hand, immediately before the first byte is written to it.
    ///
    /// @throws TooLateException if it must not be written; then it never will be
    void leave() {
        if (clock.instant().isAfter(sendBy)) {
            state.compareAndSet(State.WAITING, State.ABANDONED);
        }
        if (!state.compareAndSet(State.WAITING, State.LEFT)) {
            throw new TooLateException();
        }
    }

    /// Called when the request has failed. After a `true` it can't leave any more.
    boolean abandon() {
        state.compareAndSet(State.WAITING, State.ABANDONED);
        return state.get() == State.ABANDONED;
    }

    /// The moment until which it could have been sent has passed.
    static final class TooLateException extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooLateException() {
            super("too late to send", null, false, false);
        }
    }
}
