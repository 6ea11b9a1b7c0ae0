package io.alphapanda.local.image;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.Signal;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.stage.event.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/// Real events for every function: one share bought again and again on paper, by a strategy of one run's own, so that
/// every run starts afresh.
///
/// @param run names the strategy or, for ticks, the stream; letters, digits and `-`
record Samples(String run) {

    /// Rooms that take events.
    static final List<String> FUNCTIONS =
            List.of("strategy-runner", "risk-manager", "trading-engine", "portfolio-manager");

    static final InstrumentId INSTRUMENT = InstrumentId.of("NSE:TCS");
    static final Price PRICE = Price.of("100");

    /// A Thursday, 11:00 in Mumbai: NSE is open.
    static final Instant TIME = Instant.parse("2026-03-05T05:30:00Z");

    private static final Broker BROKER = new Broker("paper");
    private static final EventCodec CODEC = new EventCodec();

    /// Requests in the order in which they are to be sent.
    List<Sample> of(String room, int count) {
        return switch (room) {
            case "strategy-runner" ->
                LongStream.rangeClosed(1, count).mapToObj(this::batch).toList();
            case "risk-manager" ->
                signals(count).stream().map(Samples::generated).toList();
            case "trading-engine" -> validated(signals(count));
            case "portfolio-manager" -> filled(signals(count));
            case "api" ->
                repeated(
                        count, "/api/v1/portfolios", "/api/v1/portfolios/paper/summary", "/api/v1/orders?broker=paper");
            // The feed works by itself while it is asked.
            default -> repeated(count, "/q/health/ready", "/status", "/q/metrics");
        };
    }

    private static List<Sample> repeated(int count, String... paths) {
        return Collections.nCopies(count, List.of(paths)).stream()
                .flatMap(List::stream)
                .map(Sample::question)
                .toList();
    }

    private List<LaneSignal> signals(int count) {
        var signals = new ArrayList<LaneSignal>();
        Optional<String> follows = Optional.empty();
        var stream = new StreamId(run);
        var strategy = new StrategyId(run);
        for (long ordinal = 1; ordinal <= count; ordinal++) {
            var id = Ids.signal(stream, strategy, INSTRUMENT, ordinal);
            var time = TIME.plusSeconds(ordinal);
            var signal = new Signal(
                    id,
                    stream,
                    strategy,
                    1,
                    INSTRUMENT,
                    Side.BUY,
                    Quantity.of(1),
                    PRICE,
                    PRICE,
                    time,
                    ordinal,
                    time.plus(Duration.ofMinutes(1)),
                    Instant.now(),
                    "sample");
            signals.add(new LaneSignal(Ids.laneSignal(id, BROKER), BROKER, signal, follows));
            follows = Optional.of(signals.getLast().id());
        }
        return signals;
    }

    private static Sample generated(LaneSignal signal) {
        return lane(EventType.SIGNAL_GENERATED, signal.id(), Topics.signalsRaw(BROKER), signal, signal);
    }

    private static List<Sample> validated(List<LaneSignal> signals) {
        var samples = new ArrayList<Sample>();
        Optional<String> follows = Optional.empty();
        for (var signal : signals) {
            var id = Ids.validated(signal.id());
            samples.add(lane(
                    EventType.SIGNAL_VALIDATED,
                    id,
                    Topics.signalsValidated(BROKER),
                    signal,
                    new SignalValidated(signal, List.of(), follows)));
            follows = Optional.of(id);
        }
        return samples;
    }

    private static List<Sample> filled(List<LaneSignal> signals) {
        var samples = new ArrayList<Sample>();
        Optional<String> follows = Optional.empty();
        for (var signal : signals) {
            var request = OrderRequest.of(signal);
            var fill = new Fill(
                    Ids.fill(request.orderId(), 1), request.quantity(), PRICE, Money.of("1"), request.referenceTime());
            var id = Ids.orderEvent(request.orderId(), 2);
            var order = Order.intended(request).filled(fill);
            samples.add(lane(
                    EventType.ORDER_FILLED,
                    id,
                    Topics.ordersFilled(BROKER),
                    signal,
                    new OrderFilled(order, fill, samples.size() + 1, follows)));
            follows = Optional.of(id);
        }
        return samples;
    }

    private Sample batch(long n) {
        var time = TIME.plusSeconds(60 * n);
        var tick = new Tick(INSTRUMENT, n, time, PRICE, Quantity.of(n), n);
        var batch = new TickBatch(
                new StreamId(run), AssetClass.EQUITY, 0, new BatchSequence(1, n), Instant.now(), false, List.of(tick));
        return new Sample(
                "/",
                headers(EventType.TICK_BATCH, Ids.batch(batch), "market", Topics.ticks(AssetClass.EQUITY), "0", time),
                CODEC.encode(batch));
    }

    private static Sample lane(EventType type, String id, String topic, LaneSignal cause, Object payload) {
        var headers = headers(
                type,
                id,
                BROKER.name(),
                topic,
                cause.signal().partitionKey(),
                cause.signal().referenceTime());
        headers.put("ce-broker", BROKER.name());
        headers.put("ce-correlationid", cause.signal().id());
        return new Sample("/", headers, CODEC.encode(payload));
    }

    private static Map<String, String> headers(
            EventType type, String id, String lane, String topic, String key, Instant time) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", id);
        headers.put("ce-source", "/alpha-panda/sample");
        headers.put("ce-type", type.type());
        headers.put("ce-time", time.toString());
        headers.put("ce-partitionkey", key);
        headers.put("ce-lane", lane);
        headers.put("ce-topic", topic);
        headers.put("content-type", "application/json");
        return headers;
    }
}
