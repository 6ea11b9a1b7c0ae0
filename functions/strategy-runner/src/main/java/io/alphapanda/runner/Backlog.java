package io.alphapanda.runner;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Whether signals of one lane wait in its outbox. Then all that come after them wait behind them: sent at once, they
/// would lie before them in the topic. A lane takes a strategy's signals in their order whatever order they come in,
/// but no more than fifty that are out of turn: a source that has so many in flight reads no further, and what they
/// wait for lies behind them.
///
/// ```
/// started ──▶ waiting ──everything in the outbox sent, nothing put there meanwhile──▶ passing
///                ▲                                                                      │
///                └───────────────────────── one was not acknowledged ◀──────────────────┘
/// ```
final class Backlog {

    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    /// What the process before has left, nobody knows.
    private boolean waiting = true;

    private long leftToTheSweep;
    private CompletableFuture<Void> last = NOTHING;

    /// Sends what has just been put into the outbox when all before it has been acknowledged; or leaves it to the
    /// sweep.
    ///
    /// @param send completes when all is acknowledged
    synchronized void inTurn(Supplier<CompletableFuture<Void>> send) {
        last = last.thenCompose(_ -> passes() ? send.get() : NOTHING).exceptionally(_ -> failed());
    }

    private synchronized boolean passes() {
        if (waiting) {
            leftToTheSweep++;
        }
        return !waiting;
    }

    synchronized Void failed() {
        waiting = true;
        return null;
    }

    synchronized boolean isWaiting() {
        return waiting;
    }

    /// To be remembered before the outbox is read, for [#caughtUp].
    synchronized long mark() {
        return leftToTheSweep;
    }

    /// All that lay in the outbox has been acknowledged.
    ///
    /// @param mark from before it was read
    /// @return false if more was left to the sweep meanwhile
    synchronized boolean caughtUp(long mark) {
        if (mark == leftToTheSweep) {
            waiting = false;
        }
        return !waiting;
    }
}
