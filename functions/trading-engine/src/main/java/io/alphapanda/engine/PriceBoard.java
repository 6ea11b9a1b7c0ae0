package io.alphapanda.engine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Knows whether an instrument has had its first price. Once it has, it has; so each is asked for once.
@Singleton
final class PriceBoard {

    private static final int MOST_REMEMBERED = 100_000;

    private final ReactiveValueCommands<String, String> values;
    private final EventCodec codec;
    private final Set<InstrumentId> priced = ConcurrentHashMap.newKeySet();

    PriceBoard(ReactiveRedisDataSource redis, EventCodec codec) {
        this.values = redis.value(String.class);
        this.codec = codec;
    }

    /// Market time of the price last seen; empty while the instrument has had none.
    Uni<Optional<Instant>> lastPriceTime(InstrumentId instrument) {
        return values.get("market:last:" + instrument)
                .map(json -> Optional.ofNullable(json).map(this::time));
    }

    Uni<Boolean> isPriced(InstrumentId instrument) {
        if (priced.contains(instrument)) {
            return Uni.createFrom().item(true);
        }
        return lastPriceTime(instrument).map(Optional::isPresent).invoke(is -> {
            if (is && priced.size() < MOST_REMEMBERED) {
                priced.add(instrument);
            }
        });
    }

    private Instant time(String json) {
        try {
            return codec.decode(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), LastPrice.class)
                    .time();
        } catch (MalformedEventException e) {
            throw new IllegalStateException("market:last can't be read: " + e.getMessage(), e);
        }
    }

    /// What the feed writes beside each instrument; only its time matters here.
    ///
    /// @param time market time
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record LastPrice(Instant time) {}
}
