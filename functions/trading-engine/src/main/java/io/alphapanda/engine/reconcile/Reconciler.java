package io.alphapanda.engine.reconcile;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.live.Alarms;
import io.alphapanda.engine.live.BookReader;
import io.alphapanda.engine.live.LiveBrokers.Lane;
import io.alphapanda.engine.live.LiveLanes;
import io.alphapanda.engine.live.Statement;
import io.alphapanda.stage.delivery.FreshContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Compares a lane's books with its broker's, see the package. In this process one comparison of a lane at a time; two
/// processes that do it at once write two reports and raise the same alarms, each once.
@Singleton
final class Reconciler {

    static final String DIFFERS = "RECONCILIATION_DIFFERS";
    static final String UNREADABLE = "RECONCILIATION_UNREADABLE";

    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final String SUBJECT = "reconciliation";

    private final BookReader reader;
    private final LiveLanes lanes;
    private final LaneBooks books;
    private final Reports reports;
    private final Alarms alarms;
    private final ReconcileSettings settings;
    private final FreshContext fresh;
    private final InstantSource clock;
    private final Set<Broker> running = ConcurrentHashMap.newKeySet();

    Reconciler(
            BookReader reader,
            LiveLanes lanes,
            LaneBooks books,
            Reports reports,
            Alarms alarms,
            ReconcileSettings settings,
            FreshContext fresh,
            InstantSource clock) {
        this.reader = reader;
        this.lanes = lanes;
        this.books = books;
        this.reports = reports;
        this.alarms = alarms;
        this.settings = settings;
        this.fresh = fresh;
        this.clock = clock;
    }

    /// What a look at both sides came to.
    private sealed interface Looked {
        record Unreadable(String words) implements Looked {}

        record Compared(Comparison comparison) implements Looked {}
    }

    /// Compares, writes the report down and raises its alarms. A broker that can't be read yet at the start is no
    /// report.
    ///
    /// @return empty if a comparison of the lane is going on
    Uni<Optional<Report>> run(Lane lane, Cause cause) {
        if (!running.add(lane.name())) {
            return Uni.createFrom().item(Optional.empty());
        }
        var began = clock.instant();
        return before(lane)
                .chain(before -> looked(lane, before).chain(looked -> concluded(lane, cause, began, before, looked)))
                .map(Optional::of)
                .onTermination()
                .invoke(() -> running.remove(lane.name()));
    }

    /// The last one.
    Uni<Optional<Report>> latest(Lane lane) {
        return fresh.run(() -> Panache.withSession(() -> reports.latest(lane.name())));
    }

    private Uni<Reports.Before> before(Lane lane) {
        return fresh.run(() -> Panache.withSession(() -> reports.latestRead(lane.name())))
                .map(Reports.Before::of);
    }

    /// What differs must differ twice: fills are in flight.
    private Uni<Looked> looked(Lane lane, Reports.Before before) {
        return look(lane, before).chain(first -> switch (first) {
            case Looked.Unreadable unreadable -> Uni.createFrom().item(unreadable);
            case Looked.Compared(var once)
            when once.differences().isEmpty() -> Uni.createFrom().item(first);
            case Looked.Compared(var once) ->
                Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(settings.again())
                        .chain(() -> look(lane, before))
                        .map(second -> switch (second) {
                            case Looked.Unreadable unreadable -> unreadable;
                            case Looked.Compared(var twice) -> new Looked.Compared(twice.confirming(once));
                        });
        });
    }

    private Uni<Looked> look(Lane lane, Reports.Before before) {
        return fresh.run(() -> reader.read(lane))
                .invoke(makesWay -> {
                    if (makesWay) {
                        lanes.send(lane.name());
                    }
                })
                .map(_ -> clock.instant())
                .chain(since -> lane.broker().statement().chain(statement -> switch (statement) {
                    case Statement.Unreadable(String words) ->
                        Uni.createFrom().item((Looked) new Looked.Unreadable(words));
                    case Statement.Read read ->
                        fresh.run(() -> Panache.withSession(() -> books.read(lane, read.day(), since)))
                                .map(ours -> new Looked.Compared(Comparison.of(ours, read, before.foreign())));
                }));
    }

    private Uni<Report> concluded(Lane lane, Cause cause, Instant began, Reports.Before before, Looked looked) {
        return switch (looked) {
            case Looked.Unreadable(String words) -> {
                var report = new Report(
                        cause, Outcome.UNREADABLE, words, List.of(), before.foreign(), began, clock.instant());
                yield cause == Cause.START
                        ? Uni.createFrom().item(report)
                        : inTransaction(() -> unreadable(lane.name(), report)).replaceWith(report);
            }
            case Looked.Compared(var comparison) ->
                inTransaction(() -> alarms.resolved(lane.name(), DIFFERS)
                        .map(accepted -> report(cause, began, comparison, before, accepted))
                        .call(report -> compared(lane.name(), report)));
        };
    }

    private <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
        return fresh.run(() -> Panache.withTransaction(work));
    }

    private Report report(
            Cause cause, Instant began, Comparison comparison, Reports.Before before, Set<String> accepted) {
        var findings = comparison.findings().stream()
                .map(each -> noted(each, before, accepted))
                .toList();
        boolean differs = findings.stream().anyMatch(each -> each.weight() == Noted.Weight.DIFFERENCE);
        return new Report(
                cause,
                differs ? Outcome.DIFFERENT : Outcome.EQUAL,
                "",
                findings,
                comparison.foreign(),
                began,
                clock.instant());
    }

    /// A difference is accepted while it lasts as it was when a person resolved its alarm; one that went and came back
    /// is a new one.
    private static Noted noted(Finding finding, Reports.Before before, Set<String> accepted) {
        if (!finding.code().differs()) {
            return new Noted(finding, Noted.Weight.INFORMATION);
        }
        var difference = new Noted(finding, Noted.Weight.DIFFERENCE);
        boolean lasts = before.findings().stream().anyMatch(finding::isSameAs);
        return lasts && accepted.contains(difference.key()) ? new Noted(finding, Noted.Weight.ACCEPTED) : difference;
    }

    private Uni<Void> compared(Broker broker, Report report) {
        var all = reports.write(broker, report).call(() -> alarms.resolve(broker, UNREADABLE));
        for (var each : report.differences()) {
            var words = each.finding().code().meaning() + " " + each.finding().numbers();
            all = all.chain(() -> alarms.raise(broker, DIFFERS, each.key(), words, true));
        }
        LOG.infof(
                "books compared: broker=%s cause=%s outcome=%s findings=%d",
                broker, report.cause(), report.outcome(), report.findings().size());
        return all;
    }

    /// Told when it lasts: one that fails between two that succeed is nobody's concern.
    private Uni<Void> unreadable(Broker broker, Report report) {
        return reports.latest(broker).chain(last -> reports.write(broker, report)
                .chain(() -> last.filter(each -> each.outcome() == Outcome.UNREADABLE)
                                .isPresent()
                        ? alarms.raise(
                                broker,
                                UNREADABLE,
                                SUBJECT,
                                "Our books could not be compared with the broker's again: " + report.words(),
                                false)
                        : Uni.createFrom().voidItem()));
    }
}
