package io.alphapanda.local.proof.memory;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.risk.RiskLimits;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.Signal;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.local.proof.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// The life of a lane, made up step by step: wishes of every kind, approvals, fills in pieces, cancels, halts, events
/// that come again and again, days that pass. Small limits, so that every one of them binds often.
///
/// Prices stay between 100 and 149, so no short loses more than what covers it: how the market gaps is not in an
/// approval's hands. Orders are executed in any order, at the price risk has reckoned with.
final class RandomLife {

    static final RiskLimits LIMITS = new RiskLimits(Quantity.of(40), 15, BasisPoints.of("1000"), Money.of("3000"));
    static final Money CASH = Money.of("5000");

    private static final Broker BROKER = new Broker("paper");
    private static final StreamId STREAM = new StreamId("life");
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);
    private static final Venue VENUE = Venues.find("SIM").orElseThrow();
    private static final List<StrategyId> STRATEGIES = List.of(new StrategyId("one"), new StrategyId("two"));
    private static final List<InstrumentId> INSTRUMENTS =
            List.of(InstrumentId.of("SIM:A"), InstrumentId.of("SIM:B"), InstrumentId.of("SIM:C"));
    private static final int REMEMBERED = 200;

    private final Random random;
    private final Reckoning reckoning = new Reckoning(LIMITS, CASH.amount());
    private final MemoryLane lane;
    private final Map<String, String> lastSignal = new HashMap<>();
    private final List<Mail> delivered = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-05T05:30:00Z");
    private long ordinal;

    RandomLife(long seed, Guards guards) {
        random = new Random(seed);
        lane = new MemoryLane(new MemoryLane.Terms(LIMITS, PaperTerms.DEFAULT, CASH, false), guards, reckoning);
    }

    /// One thing happens, and the books are compared.
    void step() {
        now = now.plusMillis(random.nextInt(1, 5_000));
        int chance = random.nextInt(100);
        if (chance < 45) {
            wish();
        } else if (chance < 78) {
            market();
        } else if (chance < 95) {
            again();
        } else if (chance < 99) {
            lane.trade(state());
        } else {
            now = now.plus(Duration.ofHours(random.nextInt(1, 20)));
        }
        lane.desks().forEach((strategy, desk) -> {
            reckoning.requireTrue(strategy, desk);
            reckoning.requireConserved(strategy, desk.booked());
        });
    }

    /// Everything open is ended, and nothing stays spoken for.
    void end() {
        lane.open().forEach(each -> lane.end(each, OrderStatus.CANCELLED, FailureCode.ORDER_CANCELLED));
        lane.desks().forEach((strategy, desk) -> {
            if (desk.reserved().signum() != 0) {
                throw new Violation(strategy + " still reserves " + desk.reserved());
            }
        });
    }

    private TradingState state() {
        return switch (random.nextInt(10)) {
            case 0 -> TradingState.HALTED;
            case 1, 2 -> TradingState.REDUCING;
            default -> TradingState.ACTIVE;
        };
    }

    private void wish() {
        var signal = signal();
        var copy = copy(Ids.laneSignal(signal.id(), BROKER), signal);
        var asOf = random.nextInt(20) == 0 ? signal.expiresAt().plusSeconds(random.nextInt(5)) : now;
        deliver(new Mail.Wished(copy.id(), copy, asOf));
        if (random.nextInt(20) == 0) {
            var twin = copy(copy.id() + "-twin", signal);
            deliver(new Mail.Wished(twin.id(), twin, asOf));
        }
    }

    private LaneSignal copy(String id, Signal signal) {
        return new LaneSignal(id, BROKER, signal, Optional.ofNullable(lastSignal.put(signal.partitionKey(), id)));
    }

    private Signal signal() {
        var strategy = STRATEGIES.get(random.nextInt(STRATEGIES.size()));
        var instrument = INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size()));
        var reference = price();
        var price = random.nextInt(10) == 0 ? price() : reference;
        ordinal++;
        return new Signal(
                Ids.signal(STREAM, strategy, instrument, ordinal),
                STREAM,
                strategy,
                1,
                instrument,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                Quantity.of(random.nextInt(1, 26)),
                price,
                reference,
                now,
                ordinal,
                now.plus(TIME_TO_LIVE),
                now,
                "life");
    }

    private Price price() {
        return Price.of(random.nextInt(100, 149) + "." + (random.nextBoolean() ? "00" : "55"));
    }

    /// An open order, not always the oldest, is filled, in part or wholly, or ends.
    private void market() {
        var open = lane.open();
        if (open.isEmpty()) {
            return;
        }
        var any = open.get(random.nextInt(open.size()));
        if (random.nextInt(6) == 0) {
            lane.end(any, OrderStatus.CANCELLED, FailureCode.ORDER_CANCELLED);
            return;
        }
        var request = any.order().request();
        int leaves = any.order().leavesQuantity().value().intValueExact();
        var quantity = Quantity.of(random.nextBoolean() ? leaves : random.nextInt(1, leaves + 1));
        var price = PaperTerms.DEFAULT.executionPrice(request.side(), request.referencePrice(), VENUE);
        var fees = price.times(quantity).share(BasisPoints.of("10"));
        var fill = new Fill(Ids.fill(request.orderId(), any.fills() + 1), quantity, price, fees, now);
        deliver(lane.fill(any, fill));
    }

    /// An event that was delivered before comes again, up to twenty times.
    private void again() {
        if (!delivered.isEmpty()) {
            var mail = delivered.get(random.nextInt(delivered.size()));
            for (int times = random.nextInt(1, 21); times > 0; times--) {
                lane.deliver(mail);
            }
        }
    }

    private void deliver(Mail mail) {
        if (delivered.size() == REMEMBERED) {
            delivered.remove(random.nextInt(REMEMBERED));
        }
        delivered.add(mail);
        lane.deliver(mail).orElseThrow().forEach(this::deliver);
    }
}
