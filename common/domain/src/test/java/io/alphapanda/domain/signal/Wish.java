package io.alphapanda.domain.signal;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import java.time.Instant;
import java.util.Optional;

/// A signal being written for a test: momentum wishes to buy ten TCS at 100 on a Friday at half past nine in India, for
/// thirty seconds, until something else is said.
public final class Wish {

    public static final Instant TIME = Instant.parse("2026-07-31T04:00:00Z");
    public static final Broker PAPER = new Broker("paper");

    private InstrumentId instrument = InstrumentId.of("NSE:TCS");
    private Side side = Side.BUY;
    private Quantity quantity = Quantity.of(10);
    private Price price = Price.of("100");
    private Price referencePrice = Price.of("100");
    private Instant time = TIME;
    private Instant expiresAt = TIME.plusSeconds(30);
    private long ordinal = 7;
    private String reason = "change=1.31%";

    public static Wish buy(String units) {
        return new Wish().order(Side.BUY, Quantity.of(units));
    }

    public static Wish sell(String units) {
        return new Wish().order(Side.SELL, Quantity.of(units));
    }

    public Wish order(Side way, Quantity units) {
        side = way;
        quantity = units;
        return this;
    }

    public Wish of(String name) {
        instrument = InstrumentId.of(name);
        return this;
    }

    /// The price it names and the price it saw.
    public Wish at(String both) {
        return at(Price.of(both));
    }

    public Wish at(Price both) {
        price = both;
        referencePrice = both;
        return this;
    }

    /// The price it names, unlike the one it saw.
    public Wish named(String other) {
        price = Price.of(other);
        return this;
    }

    public Wish seenAt(Instant moment) {
        time = moment;
        expiresAt = moment.plusSeconds(30);
        return this;
    }

    public Wish expiring(Instant moment) {
        expiresAt = moment;
        return this;
    }

    public Wish tick(long number) {
        ordinal = number;
        return this;
    }

    public Wish because(String text) {
        reason = text;
        return this;
    }

    public Signal signal() {
        var stream = new StreamId("nse-1");
        var strategy = new StrategyId("momentum");
        return new Signal(
                Ids.signal(stream, strategy, instrument, ordinal),
                stream,
                strategy,
                3,
                instrument,
                side,
                quantity,
                price,
                referencePrice,
                time,
                ordinal,
                expiresAt,
                Instant.parse("2026-07-31T04:00:00.250Z"),
                reason);
    }

    /// The paper lane's copy.
    public LaneSignal copy() {
        var signal = signal();
        return new LaneSignal(Ids.laneSignal(signal.id(), PAPER), PAPER, signal, Optional.empty());
    }
}
