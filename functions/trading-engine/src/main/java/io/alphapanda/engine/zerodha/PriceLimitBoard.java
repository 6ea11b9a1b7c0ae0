package io.alphapanda.engine.zerodha;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.live.PriceLimits;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.market.Quote;
import io.alphapanda.stage.meter.Meters;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The circuit limits of one account's instruments, as Kite quoted them last. They can change within the day, so they
/// let a price pass for a minute and refuse one for seconds only. Kite answers one question a second: each asks for
/// every instrument that was of interest of late, and who comes too soon goes without.
///
/// ```
/// known, young enough ─▶ those
/// else asked, at most once a second ─▶ quoted ─▶ those, or none where Kite sets none
///                                   └▶ not asked, failed, late, not quoted ─▶ not known: Kite decides, counted
/// ```
final class PriceLimitBoard {

    private static final Logger LOG = Logger.getLogger(PriceLimitBoard.class);

    /// How old limits may be that let a price pass.
    private static final Duration TO_PASS = Duration.ofSeconds(60);

    /// How old limits may be that refuse one.
    private static final Duration TO_REFUSE = Duration.ofSeconds(2);

    /// The longest an order waits for an answer.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /// After a question that failed.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final int MOST_AT_ONCE = 500;

    private final Broker lane;
    private final Function<Instant, Uni<Boolean>> mayAsk;
    private final Meters meters;
    private final InstantSource clock;
    private final Map<Listing, Known> known = new ConcurrentHashMap<>();

    /// The last to be of interest is last.
    private final LinkedHashSet<Listing> wanted = new LinkedHashSet<>();

    /// On its way; whoever comes meanwhile waits for the same.
    private volatile @Nullable Uni<Void> asking;

    private volatile Instant pausedUntil = Instant.EPOCH;

    /// @param mayAsk takes a question from what the account may ask at that moment; may fail
    PriceLimitBoard(Broker lane, Function<Instant, Uni<Boolean>> mayAsk, Meters meters, InstantSource clock) {
        this.lane = lane;
        this.mayAsk = mayAsk;
        this.meters = meters;
        this.clock = clock;
        meters.count(PriceLimitMeters.UNKNOWN, 0, lane.name());
    }

    /// What Kite said.
    ///
    /// @param limits empty where it sets none
    private record Known(Optional<PriceLimits> limits, Instant at) {

        /// Whether this is young enough for what it says of a price. It is of a later moment where the clock was set
        /// back since.
        boolean holdsFor(Price price, Instant now) {
            var passes = limits.map(each -> each.allow(price)).orElse(true);
            return !now.isBefore(at) && now.isBefore(at.plus(passes ? TO_PASS : TO_REFUSE));
        }
    }

    /// Never fails, and ends within half a second.
    ///
    /// @param ask Kite; may fail
    Uni<Optional<PriceLimits>> find(
            Listing listing, Price price, Function<Collection<Listing>, Uni<Map<Listing, Quote>>> ask) {
        want(listing);
        return held(listing, price)
                .map(each -> Uni.createFrom().item(each.limits()))
                .orElseGet(() -> asked(ask)
                        .map(_ -> held(listing, price).map(Known::limits))
                        .map(limits -> limits.orElseGet(this::unknown)));
    }

    private Optional<Known> held(Listing listing, Price price) {
        return Optional.ofNullable(known.get(listing)).filter(each -> each.holdsFor(price, clock.instant()));
    }

    private Optional<PriceLimits> unknown() {
        meters.count(PriceLimitMeters.UNKNOWN, lane.name());
        return Optional.empty();
    }

    private Uni<Void> asked(Function<Collection<Listing>, Uni<Map<Listing, Quote>>> ask) {
        if (isPaused(clock.instant())) {
            return Uni.createFrom().voidItem();
        }
        return question(ask)
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TimeoutException("no answer within " + PATIENCE.toMillis() + " ms"))
                .onFailure()
                .invoke(this::pause)
                .onFailure()
                .recoverWithNull();
    }

    /// Giving up on it does not stop it: what comes too late for one order serves the next.
    private synchronized Uni<Void> question(Function<Collection<Listing>, Uni<Map<Listing, Quote>>> ask) {
        var underWay = asking;
        if (underWay != null) {
            return underWay;
        }
        var question = Uni.createFrom()
                .deferred(() -> mayAsk.apply(clock.instant()))
                .chain(may -> may ? ask.apply(wanted()) : Uni.createFrom().item(Map.<Listing, Quote>of()))
                .invoke(this::learn)
                .replaceWithVoid()
                .onTermination()
                .invoke(() -> asking = null)
                .memoize()
                .indefinitely();
        asking = question;
        return question;
    }

    private void learn(Map<Listing, Quote> quotes) {
        var now = clock.instant();
        quotes.forEach((listing, quote) -> known.put(listing, new Known(limits(quote), now)));
    }

    private static Optional<PriceLimits> limits(Quote quote) {
        return quote.upperCircuitLimit().compareTo(quote.lowerCircuitLimit()) > 0
                ? Optional.of(new PriceLimits(quote.lowerCircuitLimit(), quote.upperCircuitLimit()))
                : Optional.empty();
    }

    private void pause(Throwable failure) {
        pausedUntil = clock.instant().plus(PAUSE);
        LOG.warnf("price limits can't be read, Kite decides: broker=%s reason=%s", lane, failure.getMessage());
    }

    /// The pause is no longer for the clock being set back in it.
    private boolean isPaused(Instant now) {
        return now.isBefore(pausedUntil) && !now.isBefore(pausedUntil.minus(PAUSE));
    }

    private synchronized void want(Listing listing) {
        wanted.remove(listing);
        wanted.addLast(listing);
        if (wanted.size() > MOST_AT_ONCE) {
            known.remove(wanted.removeFirst());
        }
    }

    private synchronized List<Listing> wanted() {
        return List.copyOf(wanted);
    }
}
