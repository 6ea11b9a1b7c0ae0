package io.alphapanda.engine.alpaca;

import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What Alpaca trades, a symbol at a time, looked up before its first order of the day. Only what can be traded is
/// remembered.
final class AssetBoard {

    private final BookPages alpaca;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    AssetBoard(BookPages alpaca, InstantSource clock) {
        this.alpaca = alpaca;
        this.clock = clock;
    }

    private record Known(LocalDate day, Asset asset) {}

    /// Fails with an [AlpacaException] if Alpaca can't be asked.
    Uni<Optional<Asset>> tradable(String symbol) {
        var today = AlpacaTime.day(clock.instant());
        var before = known.get(symbol);
        if (before != null && before.day().equals(today)) {
            return Uni.createFrom().item(Optional.of(before.asset()));
        }
        return alpaca.asset(symbol)
                .map(found -> found.filter(Asset::tradable))
                .invoke(found -> found.ifPresent(asset -> known.put(symbol, new Known(today, asset))));
    }
}
