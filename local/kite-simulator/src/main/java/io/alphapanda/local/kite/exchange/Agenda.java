package io.alphapanda.local.kite.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/// What the clock brings every day: the session opens, the session closes, the book is emptied.
final class Agenda {
    private final SimulatorTime time;
    private final ExchangeTerms terms;
    private final Runnable opens;
    private final Runnable closes;
    private final Runnable rolls;

    Agenda(SimulatorTime time, ExchangeTerms terms, Runnable opens, Runnable closes, Runnable rolls) {
        this.time = time;
        this.terms = terms;
        this.opens = opens;
        this.closes = closes;
        this.rolls = rolls;
    }

    void start() {
        daily(terms.dayRoll(), rolls);
        if (!terms.hours().always()) {
            daily(terms.hours().open(), () -> {
                if (terms.hours().isOpen(time.now())) {
                    opens.run();
                }
            });
            daily(terms.hours().close(), closes);
        }
    }

    private void daily(LocalTime at, Runnable event) {
        Instant now = time.now();
        time.after(Duration.between(now, India.next(at, now)), () -> {
            event.run();
            daily(at, event);
        });
    }
}
