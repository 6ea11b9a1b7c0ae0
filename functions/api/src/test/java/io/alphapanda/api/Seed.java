package io.alphapanda.api;

import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.watch.FeedView;
import io.alphapanda.stage.watch.KafkaView;
import io.alphapanda.stage.watch.ServiceView;
import io.alphapanda.stage.watch.Views;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.XAddArgs;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes what the other stages would have written.
final class Seed {

    private static final String DEADLOCK = "40P01";

    private final RedisDataSource redis;

    Seed(RedisDataSource redis) {
        this.redis = redis;
    }

    void clear() {
        // Somebody who still reads for the test before, in another order of tables, ends one of the two.
        while (!emptied()) {
            Thread.onSpinWait();
        }
        redis.flushall();
    }

    private static boolean emptied() {
        try {
            Ledger.rows(
                    "truncate orders, placements, order_transitions, fills, bookings, portfolios, positions, strategies,"
                            + " signals, decisions, reservations, alarms, outbox, snapshots, trading_states, replays, alerts,"
                            + " acknowledgements, notifications");
            return true;
        } catch (AssertionError e) {
            if (e.getCause() instanceof SQLException refused && DEADLOCK.equals(refused.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    void portfolio(
            String broker,
            String strategy,
            String startingCash,
            String cash,
            String realized,
            String fees,
            long version) {
        Ledger.rows(
                """
                insert into portfolios (broker, strategy, starting_cash, cash, realized_pnl, fees, version, viewed, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, 0, '2026-01-05T04:00:00Z')""",
                broker,
                strategy,
                new BigDecimal(startingCash),
                new BigDecimal(cash),
                new BigDecimal(realized),
                new BigDecimal(fees),
                version);
    }

    void position(
            String broker,
            String strategy,
            String instrument,
            String quantity,
            String cost,
            String realized,
            String fees,
            long sequence) {
        Ledger.rows(
                "insert into positions (broker, strategy, instrument, quantity, cost, realized_pnl, fees, sequence)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                broker,
                strategy,
                instrument,
                new BigDecimal(quantity),
                new BigDecimal(cost),
                new BigDecimal(realized),
                new BigDecimal(fees),
                sequence);
    }

    void portfolioView(String broker, String strategy, String json) {
        redis.hash(String.class).hset(broker + ":portfolio:" + strategy, "json", json);
    }

    void positionView(String broker, String instrument, String strategy, String json) {
        redis.hash(String.class).hset(broker + ":positions:" + instrument, strategy, json);
    }

    void mark(String instrument, String price, String time) {
        redis.value(String.class)
                .set(
                        "market:last:" + instrument,
                        "{\"price\":\"%s\",\"time\":\"%s\",\"ordinal\":7,\"stream\":\"test-1\"}"
                                .formatted(price, time));
    }

    /// What a market-feed saw of Kafka.
    void kafka(KafkaView view) {
        redis.value(String.class).set(Views.KAFKA, Views.write(view));
    }

    /// A simulated feed of equities.
    void feed(String state, Instant at, Instant lastBatchAt) {
        feed(new FeedView(
                "equity",
                at,
                "simulated",
                false,
                "sim-1",
                state,
                Optional.empty(),
                4711,
                Optional.of(lastBatchAt),
                Optional.of(lastBatchAt)));
    }

    void feed(FeedView view) {
        redis.hash(String.class).hset(Views.FEEDS, view.assetClass(), Views.write(view));
    }

    /// A process of a stage that last said so then.
    void service(String stage, String instance, Instant at, long memoryUsed, long diskUsed) {
        var view = new ServiceView(
                stage,
                instance,
                at,
                at.minusSeconds(3_600),
                "0.1.0",
                "25",
                List.of("paper"),
                Optional.of(new ServiceView.Share(memoryUsed, 100)),
                Optional.of(new ServiceView.Share(diskUsed, 100)));
        redis.hash(String.class).hset(Views.SERVICES, stage + "/" + instance, Views.write(view));
    }

    /// @param broker   `*` for every account
    /// @param strategy empty for every strategy
    void tradingState(String broker, String strategy, String state) {
        Ledger.rows(
                "insert into trading_states (broker, strategy, state, version, reason, changed_by, changed_at)"
                        + " values (?, ?, ?, 1, 'for a test', 'somebody', '2026-01-05T04:00:00Z')",
                broker,
                strategy,
                state);
    }

    /// A mark that a letter was published again.
    void replayed(String topic, long offset) {
        Ledger.rows(
                "insert into replays (topic, \"partition\", record_offset, letter_at, event_id, reason)"
                        + " values (?, 0, ?, '2026-01-05T04:00:00Z', 'e', 'DATA_MALFORMED')",
                topic,
                offset);
    }

    /// @param minute its beginning
    /// @param prices open, high, low and close, with bars between
    void bar(String instrument, Instant minute, String prices, long traded, long first, long last, String stream) {
        long at = minute.getEpochSecond();
        redis.sortedSet(String.class)
                .zadd(
                        "market:bars:" + instrument,
                        at,
                        "%d|%s|%d|%d|%d|%s".formatted(at, prices, traded, first, last, stream));
    }

    /// @param keys as members of a JSON object
    void logged(String channel, Instant time, long sequence, String level, String room, String message, String keys) {
        var line = """
                {"time":"%s","level":"%s","room":"%s","category":"io.alphapanda.engine.Lane","message":"%s","keys":{%s}}""".formatted(time, level, room, message, keys);
        redis.stream(String.class)
                .xadd("logs:" + channel, new XAddArgs().id(time.toEpochMilli() + "-" + sequence), Map.of("line", line));
    }

    void strategy(String id) {
        Ledger.rows(
                "insert into strategies (id, version, definition, source) values (?, 1, cast('{}' as jsonb), 'test')",
                id);
    }

    void strategy(String id, String definition) {
        Ledger.rows(
                "insert into strategies (id, version, definition, source, changed_at)"
                        + " values (?, 7, cast(? as jsonb), 'file momentum.yaml', '2026-01-05T03:00:00Z')",
                id,
                definition);
    }

    /// @param resolvedAt null while it stands
    void alarm(String broker, String code, String subject, Instant raisedAt, Instant resolvedAt) {
        Ledger.rows(
                "insert into alarms (broker, code, subject, words, halted, raised_at, resolved_at)"
                        + " values (?, ?, ?, 'look at it', true, ?, ?)",
                broker,
                code,
                subject,
                Timestamp.from(raisedAt),
                resolvedAt == null ? null : Timestamp.from(resolvedAt));
    }

    /// An event a stage has decided on and not yet sent.
    void unsent(String stage, String broker, String eventId, Instant createdAt) {
        Ledger.rows("""
                insert into outbox (stage, broker, cause_id, event_id, topic, type, partition_key, correlation_id, traceparent,
                    event_time, data, created_at)
                values (?, ?, 'cause', ?, 'topic', 'type', 'key', 'idea', 'trace', now(), '', ?)""", stage, broker, eventId, Timestamp.from(createdAt));
    }

    /// Events of a fill of an order: their ids with commas between, and their account.
    static final String FILLED = """
            insert into outbox (stage, broker, cause_id, event_id, topic, type, partition_key, correlation_id, traceparent,
                event_time, data)
            select 'trading-engine', '%2$s', 'cause', each, '%2$s.orders.filled', 'io.alphapanda.order-filled.v1', 'key',
                'idea-1', 'trace', now(), convert_to(
                    '{"order":{"request":{"orderId":"o-1","strategy":"momentum","instrument":"NSE:TCS"}},'
                    || '"fill":{"lastQuantity":"10","lastPrice":"100.5"}}', 'UTF8')
            from unnest(string_to_array('%1$s', ',')) each""";

    /// What the trading-engine tells of a fill.
    void filled(String eventId, String broker) {
        filled(List.of(eventId), broker);
    }

    /// Many of them, written at once.
    void filled(List<String> eventIds, String broker) {
        Ledger.rows(FILLED.formatted(String.join(",", eventIds), broker));
    }

    /// An order of 10 units.
    void order(
            String id,
            String broker,
            String strategy,
            String correlationId,
            String status,
            String filled,
            String value,
            String failure,
            Instant recordedAt) {
        Ledger.rows(
                """
                insert into orders (id, signal_id, correlation_id, broker, kind, strategy, instrument, side, quantity,
                    reference_price, reference_time, expires_at, due_at, status, waits_for_price, version,
                    filled_quantity, filled_value, failure, recorded_at, changed_at)
                values (?, ?, ?, ?, 'paper', ?, 'NSE:TCS', 'BUY', 10, 100.50, '2026-01-05T04:00:00Z',
                    '2026-01-05T04:01:00Z', '2026-01-05T04:00:00.25Z', ?, false, 2, ?, ?, ?, ?, ?)""",
                id,
                id + "-signal",
                correlationId,
                broker,
                strategy,
                status,
                new BigDecimal(filled),
                new BigDecimal(value),
                failure,
                Timestamp.from(recordedAt),
                Timestamp.from(recordedAt));
    }

    /// Makes an order one of another kind of account.
    void orderWas(String id, String kind, String reality) {
        Ledger.rows("update orders set kind = ?, reality = ? where id = ?", kind, reality, id);
    }

    /// What a live broker has of an order.
    void placement(String id, String broker, String tag, String brokerOrderId, String words) {
        Ledger.rows(
                "insert into placements (order_id, broker, tag, exits, broker_order_id, words) values (?, ?, ?, false, ?, ?)",
                id,
                broker,
                tag,
                brokerOrderId,
                words);
    }

    /// A lane's copy of a signal for 10 units at 100.50, and what risk decided; approved if there is no denial.
    void signal(String id, String broker, String strategy, String correlationId, String denial, Instant recordedAt) {
        Ledger.rows("""
                insert into signals (id, broker, correlation_id, stream, strategy, definition, instrument, side, quantity,
                    price, reference_price, reference_time, tick_ordinal, expires_at, due_at, reason, follows, recorded_at)
                values (?, ?, ?, 'nse-1', ?, 3, 'NSE:TCS', 'BUY', 10, 100.60, 100.50, '2026-01-05T04:00:00Z', 4711,
                    '2026-01-05T04:01:00Z', '2026-01-05T04:00:00.25Z', 'fast above slow', null, ?)""", id, broker, correlationId, strategy, Timestamp.from(recordedAt));
        Ledger.rows(
                """
                insert into decisions (signal_id, broker, strategy, instrument, side, quantity, trading_day, approved,
                    denial, verdicts, reserved, sequence, as_of, recorded_at)
                values (?, ?, ?, 'NSE:TCS', 'BUY', 10, '2026-01-05', ?, ?, cast(? as jsonb), ?, null,
                    '2026-01-05T04:00:00.25Z', ?)""",
                id,
                broker,
                strategy,
                denial == null,
                denial,
                verdicts(denial),
                new BigDecimal(denial == null ? "1006" : "0"),
                Timestamp.from(recordedAt));
    }

    private static String verdicts(String denial) {
        var passed = "{\"rule\":\"trading-state\",\"denial\":null,\"numbers\":{\"state\":\"ACTIVE\"}}";
        var denied = "{\"rule\":\"position\",\"denial\":\"%s\",\"numbers\":{\"limit\":\"5\",\"position\":\"10\"}}";
        return "{\"verdicts\":[" + passed + (denial == null ? "" : "," + denied.formatted(denial)) + "]}";
    }

    /// The signal an order came from, where it is not the usual one.
    void orderFor(String id, String signalId) {
        Ledger.rows("update orders set signal_id = ? where id = ?", signalId, id);
    }

    void transition(String orderId, int version, String status, String failure, Instant recordedAt) {
        Ledger.rows(
                "insert into order_transitions (order_id, version, status, failure, recorded_at) values (?, ?, ?, ?, ?)",
                orderId,
                version,
                status,
                failure,
                Timestamp.from(recordedAt));
    }

    /// A fill of NSE:TCS, bought.
    void fill(
            String id,
            String orderId,
            String broker,
            String strategy,
            long sequence,
            String quantity,
            String price,
            String fees,
            Instant recordedAt) {
        Ledger.rows(
                """
                insert into fills (id, order_id, event_id, broker, strategy, instrument, side, sequence, quantity, price,
                    fees, executed_at, recorded_at)
                values (?, ?, ?, ?, ?, 'NSE:TCS', 'BUY', ?, ?, ?, ?, '2026-01-05T04:00:01Z', ?)""",
                id,
                orderId,
                id + "-event",
                broker,
                strategy,
                sequence,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(fees),
                Timestamp.from(recordedAt));
    }

    void booking(String fillId, String broker, String strategy, String cashChange, String realized, Instant bookedAt) {
        Ledger.rows(
                """
                insert into bookings (fill_id, broker, strategy, instrument, sequence, cash_change, realized, due_at, booked_at)
                values (?, ?, ?, 'NSE:TCS', 1, ?, ?, '2026-01-05T04:00:00.25Z', ?)""",
                fillId,
                broker,
                strategy,
                new BigDecimal(cashChange),
                new BigDecimal(realized),
                Timestamp.from(bookedAt));
    }

    /// One point of the strategy momentum's equity curve.
    ///
    /// @param gain null without a price
    void snapshot(String id, String broker, String reality, Instant asOf, String gain, String pricing) {
        Ledger.rows(
                """
                insert into snapshots (id, ping_id, broker, strategy, reality, taken_at, as_of, version, starting_cash, cash,
                    realized_pnl, fees, unrealized_pnl, equity, pricing, positions, price_at, price_age, data, sequences)
                values (?, 'ping/' || ?, ?, 'momentum', ?, ?, ?, 1, 1000000, 998999, 0, 1, ?, ?, ?, 1, ?, ?, '{}', '{}')""",
                id,
                id,
                broker,
                reality,
                Timestamp.from(asOf.plusSeconds(1)),
                Timestamp.from(asOf),
                gain == null ? null : new BigDecimal(gain),
                gain == null ? null : new BigDecimal("999999").add(new BigDecimal(gain)),
                pricing,
                gain == null ? null : Timestamp.from(asOf.minusSeconds(12)),
                gain == null ? null : 12L);
    }
}
