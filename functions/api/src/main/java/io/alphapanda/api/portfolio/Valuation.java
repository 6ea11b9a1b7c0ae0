package io.alphapanda.api.portfolio;

import io.alphapanda.api.lane.Lane;
import io.alphapanda.api.market.Mark;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Values one broker's books at the marks. Pure.
final class Valuation {

    private final List<Books> books;
    private final Map<InstrumentId, Mark> marks;

    Valuation(List<Books> books, Map<InstrumentId, Mark> marks) {
        this.books = books;
        this.marks = marks;
    }

    BrokerSummary summary(Lane lane, Instant now) {
        return new BrokerSummary(
                lane.broker(),
                lane.kind(),
                lane.reality(),
                lane.simulated(),
                totals(),
                books.size(),
                (int) open().count(),
                unsummed(),
                unmarked(),
                oldestMark(now));
    }

    private List<Totals> totals() {
        var byCurrency = new TreeMap<String, Totals>();
        for (var each : books) {
            each.currency()
                    .ifPresent(currency -> byCurrency.put(
                            currency,
                            byCurrency
                                    .getOrDefault(currency, Totals.none(currency))
                                    .plus(each, unrealized(each))));
        }
        return List.copyOf(byCurrency.values());
    }

    private List<BrokerSummary.Unsummed> unsummed() {
        return books.stream()
                .filter(each -> each.currency().isEmpty())
                .map(each -> new BrokerSummary.Unsummed(each.strategy(), each.currencies()))
                .toList();
    }

    private Money unrealized(Books of) {
        return of.holdings().stream()
                .filter(each -> each.isOpen() && marks.containsKey(each.instrument()))
                .map(each -> each.position()
                        .unrealizedPnl(marks.get(each.instrument()).price()))
                .reduce(Money.ZERO, Money::plus);
    }

    private List<String> unmarked() {
        return open().filter(each -> !marks.containsKey(each.instrument()))
                .map(each -> each.instrument().toString())
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<BrokerSummary.OldestMark> oldestMark(Instant now) {
        return open().map(Holding::instrument)
                .filter(marks::containsKey)
                .min(Comparator.comparing((InstrumentId each) -> marks.get(each).time())
                        .thenComparing(Comparator.naturalOrder()))
                .map(each -> oldest(each, marks.get(each), now));
    }

    private static BrokerSummary.OldestMark oldest(InstrumentId instrument, Mark mark, Instant now) {
        return new BrokerSummary.OldestMark(
                instrument.toString(),
                mark.price(),
                mark.time(),
                Duration.between(mark.time(), now).toSeconds());
    }

    private Stream<Holding> open() {
        return books.stream().flatMap(each -> each.holdings().stream()).filter(Holding::isOpen);
    }
}
