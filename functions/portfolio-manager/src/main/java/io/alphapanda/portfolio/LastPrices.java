package io.alphapanda.portfolio;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.alphapanda.stage.trouble.TransientException;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/// The last prices there are, `market:last:<instrument>` in Redis.
@Singleton
final class LastPrices {

    private static final Logger LOG = Logger.getLogger(LastPrices.class);
    private static final String KEY = "market:last:";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Keys asked for at once.
    private static final int MOST_AT_ONCE = 1_000;

    private final ReactiveValueCommands<String, String> redis;
    private final EventCodec codec;

    LastPrices(ReactiveRedisDataSource redis, EventCodec codec) {
        this.redis = redis.value(String.class);
        this.codec = codec;
    }

    /// An instrument without a price, or with one that can't be read, is missing from the map. Redis away is trouble
    /// that passes, and no missing price.
    Uni<Map<InstrumentId, LastPrice>> of(Collection<InstrumentId> instruments) {
        var distinct = instruments.stream().distinct().toList();
        Uni<Map<InstrumentId, LastPrice>> all = Uni.createFrom().item(new TreeMap<>());
        for (int from = 0; from < distinct.size(); from += MOST_AT_ONCE) {
            var page = distinct.subList(from, Math.min(distinct.size(), from + MOST_AT_ONCE));
            all = all.chain(known -> read(page).invoke(known::putAll).replaceWith(known));
        }
        return all;
    }

    private Uni<Map<InstrumentId, LastPrice>> read(List<InstrumentId> instruments) {
        return redis.mget(instruments.stream().map(each -> KEY + each).toArray(String[]::new))
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("Redis gave no prices within " + PATIENCE))
                .map(texts -> prices(instruments, texts));
    }

    private Map<InstrumentId, LastPrice> prices(List<InstrumentId> instruments, Map<String, String> texts) {
        var prices = new TreeMap<InstrumentId, LastPrice>();
        for (var instrument : instruments) {
            var text = texts.get(KEY + instrument);
            if (text != null) {
                try {
                    prices.put(instrument, codec.decode(text.getBytes(StandardCharsets.UTF_8), LastPrice.class));
                } catch (MalformedEventException e) {
                    LOG.warnf(
                            "price can't be read, taken as missing: instrument=%s reason=%s",
                            instrument, e.getMessage());
                }
            }
        }
        return prices;
    }
}
