package io.alphapanda.engine.live;

import static io.alphapanda.stage.meter.Meter.histogram;

import io.alphapanda.stage.meter.Meter;
import java.util.List;

/// What is recorded of asking a broker.
public final class BrokerMeters {

    static final Meter ANSWER = histogram(
            "panda.broker.answer",
            "How long an account's broker took for each `request`, by what its answer came to: `place` (`accepted`,"
                    + " `refused`, `not-sent`, `unclear`), `cancel` (`taken` and the same), `book` and `statement`"
                    + " (`read`, `unreadable`), which may take several requests of HTTP.",
            "lane",
            "request",
            "outcome");

    /// In the order of the page.
    public static final List<Meter> ALL = List.of(ANSWER);

    private BrokerMeters() {}
}
