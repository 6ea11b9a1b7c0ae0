package io.alphapanda.engine.zerodha.update;

import static io.alphapanda.stage.meter.Meter.counter;
import static io.alphapanda.stage.meter.Meter.gauge;

import io.alphapanda.stage.meter.Meter;
import java.util.List;

/// What is recorded of updates from a broker.
public final class UpdateMeters {

    static final Meter UPDATES = counter(
            "panda.broker.updates",
            "Order updates by `source`, `postback` or `ticker`. `taken`: the book is read again. `forged`, `unreadable`,"
                    + " `too-large`: postbacks refused, 403 and 413. An `unreadable` one of the ticker is taken all the"
                    + " same, it is the broker's.",
            "lane",
            "source",
            "verdict");

    static final Meter CONNECTED = gauge(
            "panda.broker.updates.connected",
            "1 while the connection to the broker's ticker for order updates stands, 0 while it does not, nobody being"
                    + " logged in included; the lane is polled all the while. Not there with `order-updates=false`.",
            "lane");

    static final String POSTBACK = "postback";
    static final String TICKER = "ticker";

    static final String TAKEN = "taken";
    static final String FORGED = "forged";
    static final String UNREADABLE = "unreadable";
    static final String TOO_LARGE = "too-large";

    /// In the order of the page.
    public static final List<Meter> ALL = List.of(UPDATES, CONNECTED);

    private UpdateMeters() {}
}
