package io.alphapanda.engine.alpaca;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads what Alpaca gives in pages, whole or not at all: half a book proves no order's absence. Fails with an
/// [AlpacaException].
final class BookPages {

    private static final int ORDERS_A_PAGE = 500;

    static final int FILLS_A_PAGE = 100;

    /// Far beyond a day of a lane; more is no book that could be read every second.
    private static final int MOST_PAGES = 100;

    private final AlpacaClient client;

    BookPages(AlpacaClient client) {
        this.client = client;
    }

    Uni<List<AlpacaOrder>> orders(Instant after) {
        return orders(after, new LinkedHashMap<>(), 1);
    }

    /// The next page begins a little before the last order of this one: others may have come at the same moment.
    private Uni<List<AlpacaOrder>> orders(Instant after, Map<String, AlpacaOrder> known, int page) {
        return client.orders(after, ORDERS_A_PAGE)
                .map(reply -> read("orders", reply, AlpacaOrder::of))
                .chain(rows -> {
                    rows.forEach(each -> known.put(each.id(), each));
                    if (rows.size() < ORDERS_A_PAGE) {
                        return Uni.createFrom().item(List.copyOf(known.values()));
                    }
                    var next = rows.getLast().submittedAt().minusMillis(1);
                    if (page == MOST_PAGES || !next.isAfter(after)) {
                        return Uni.createFrom().failure(tooMany("orders"));
                    }
                    return orders(next, known, page + 1);
                });
    }

    /// @param known the first of them, whole pages
    Uni<List<AlpacaFill>> fills(Instant after, List<AlpacaFill> known) {
        return fills(after, new ArrayList<>(known), 1);
    }

    private Uni<List<AlpacaFill>> fills(Instant after, List<AlpacaFill> known, int page) {
        var last = known.isEmpty()
                ? Optional.<String>empty()
                : Optional.of(known.getLast().id());
        return client.fills(after, FILLS_A_PAGE, last)
                .map(reply -> read("fills", reply, AlpacaFill::of))
                .chain(rows -> {
                    known.addAll(rows);
                    if (rows.size() < FILLS_A_PAGE) {
                        return Uni.createFrom().item(List.copyOf(known));
                    }
                    return page == MOST_PAGES
                            ? Uni.createFrom().failure(tooMany("fills"))
                            : fills(after, known, page + 1);
                });
    }

    private static AlpacaException tooMany(String what) {
        return new AlpacaException("there are more " + what + " than can be told apart or read", false);
    }

    /// All of them come at once.
    Uni<List<AlpacaPosition>> positions() {
        return client.positions().map(reply -> read("positions", reply, AlpacaPosition::of));
    }

    /// Empty if Alpaca does not know the symbol.
    Uni<Optional<Asset>> asset(String symbol) {
        return client.asset(symbol)
                .map(reply -> reply instanceof Reply.Answered answer && answer.status() == 404
                        ? Optional.<Asset>empty()
                        : Optional.of(value("asset", reply, body -> Asset.of(Row.one(body)))));
    }

    private <T> List<T> read(String what, Reply reply, Function<Row, T> type) {
        return value(what, reply, body -> Row.list(body).stream().map(type).toList());
    }

    private <T> T value(String what, Reply reply, Function<byte[], T> reading) {
        return switch (reply) {
            case Reply.NeverSent(boolean _, String why) ->
                throw new AlpacaException(what + ": not sent: " + why, false);
            case Reply.Lost(String why) -> throw new AlpacaException(what + ": no answer: " + why, false);
            case Reply.Answered answer
            when answer.status() / 100 == 2 -> {
                try {
                    yield reading.apply(answer.body());
                } catch (Row.UnreadableException e) {
                    throw new AlpacaException(what + ": " + e.getMessage(), false);
                }
            }
            case Reply.Answered answer -> {
                var problem = Problem.of(answer, client.keys());
                throw new AlpacaException(what + ": " + problem, problem.keysRefused());
            }
        };
    }
}
