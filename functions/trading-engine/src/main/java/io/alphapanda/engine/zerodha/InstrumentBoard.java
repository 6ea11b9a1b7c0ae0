package io.alphapanda.engine.zerodha;

import io.alphapanda.kite.KiteAccess;
import io.alphapanda.kite.json.KiteTime;
import io.alphapanda.kite.market.KiteInstrument;
import io.alphapanda.kite.market.Listing;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// What Kite lists today, an exchange at a time, fetched before the first order needs it and kept for the day. What is
/// missing is looked for once more, at most every few seconds: the list may have been read too early.
final class InstrumentBoard {

    private static final Logger LOG = Logger.getLogger(InstrumentBoard.class);
    private static final String USUAL = "NSE";
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Map<String, Uni<Day>> exchanges = new ConcurrentHashMap<>();
    private final Map<String, Instant> fetched = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> loaded = new ConcurrentHashMap<>();

    InstrumentBoard(InstantSource clock) {
        this.clock = clock;
    }

    private record Day(LocalDate day, Map<Listing, KiteInstrument> byListing) {}

    /// Whether today's list of the usual exchange is there.
    boolean isReady() {
        return today().equals(loaded.get(USUAL));
    }

    /// Fetches what the first order will need. Never fails: who needs it finds out whether it worked.
    Uni<Void> prepare(KiteAccess kite) {
        return exchange(kite, USUAL)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "instruments can't be read, they will be with the next order: exchange=%s reason=%s",
                        USUAL, failure.getMessage()))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    /// Fails with a [io.alphapanda.kite.failure.KiteException] if the list can't be read.
    Uni<Optional<KiteInstrument>> find(KiteAccess kite, Listing listing) {
        return exchange(kite, listing.exchange()).chain(day -> {
            var found = Optional.ofNullable(day.byListing().get(listing));
            return found.isPresent() || !isOld(listing.exchange())
                    ? Uni.createFrom().item(found)
                    : fetch(kite, listing.exchange())
                            .map(again -> Optional.ofNullable(again.byListing().get(listing)));
        });
    }

    private boolean isOld(String exchange) {
        return clock.instant()
                .isAfter(fetched.getOrDefault(exchange, Instant.EPOCH).plus(AGAIN));
    }

    private Uni<Day> exchange(KiteAccess kite, String exchange) {
        return exchanges
                .computeIfAbsent(exchange, _ -> load(kite, exchange))
                .chain(day -> day.day().equals(today()) ? Uni.createFrom().item(day) : fetch(kite, exchange));
    }

    private Uni<Day> fetch(KiteAccess kite, String exchange) {
        var loading = load(kite, exchange);
        exchanges.put(exchange, loading);
        return loading;
    }

    /// Whoever comes meanwhile waits for the same; a failure is not kept.
    private Uni<Day> load(KiteAccess kite, String exchange) {
        fetched.put(exchange, clock.instant());
        return kite.market()
                .instruments(exchange, _ -> true)
                .map(list -> {
                    var byListing = new HashMap<Listing, KiteInstrument>();
                    list.instruments().forEach(each -> byListing.put(each.listing(), each));
                    loaded.put(exchange, today());
                    return new Day(today(), byListing);
                })
                .onFailure()
                .invoke(() -> exchanges.remove(exchange))
                .memoize()
                .indefinitely();
    }

    private LocalDate today() {
        return clock.instant().atOffset(KiteTime.IST).toLocalDate();
    }
}
