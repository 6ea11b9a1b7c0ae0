package io.alphapanda.engine.zerodha;

import static io.alphapanda.stage.meter.Meter.counter;

import io.alphapanda.stage.meter.Meter;
import java.util.List;

/// What is recorded of the price limits at a broker.
public final class PriceLimitMeters {

    static final Meter UNKNOWN = counter(
            "panda.broker.price.limits.unknown",
            "Entries sent without knowing between which prices the broker takes orders now: it could not be asked, did not"
                    + " answer in time, or named none of them.",
            "lane");

    /// In the order of the page.
    public static final List<Meter> ALL = List.of(UNKNOWN);

    private PriceLimitMeters() {}
}
