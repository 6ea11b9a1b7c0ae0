package io.alphapanda.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.api.redis.RedisBatch;
import io.alphapanda.api.redis.RedisKeys;
import io.alphapanda.api.redis.ViewJson;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Price;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The last price of every instrument there is one of, as the market feed writes them to `market:last:<instrument>`.
@Singleton
final class PriceWatch implements Watch {

    private static final String KEY = "market:last:";

    /// Instruments told of at most.
    private static final int MOST = 5_000;

    /// Looks until new instruments are looked for again.
    private static final int LOOKS_A_LIST = 10;

    private final RedisBatch redis;
    private final RedisKeys names;
    private final StreamJson json;
    private List<String> keys = List.of();
    private int looks;

    PriceWatch(RedisBatch redis, RedisKeys names, StreamJson json) {
        this.redis = redis;
        this.names = names;
        this.json = json;
    }

    @Override
    public StreamTopic topic() {
        return StreamTopic.PRICES;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Uni<Map<String, byte[]>> look() {
        return keys().chain(of ->
                redis.read(of.stream().map(RedisBatch::get).toList()).map(texts -> items(of, texts)));
    }

    /// Looks come one after the other, so nobody else is here meanwhile.
    private Uni<List<String>> keys() {
        if (!keys.isEmpty() && looks++ % LOOKS_A_LIST != 0) {
            return Uni.createFrom().item(keys);
        }
        return names.beginningWith(KEY, MOST).invoke(found -> keys = found);
    }

    private Map<String, byte[]> items(List<String> of, List<Optional<String>> texts) {
        var items = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < of.size(); i++) {
            var key = of.get(i);
            texts.get(i)
                    .flatMap(text -> ViewJson.read(key, text, view -> line(key, view)))
                    .ifPresent(line -> items.put(key, json.line(line)));
        }
        return items;
    }

    private static PriceLine line(String key, JsonNode view) {
        var instrument = InstrumentId.of(key.substring(KEY.length()));
        return new PriceLine(
                instrument.toString(),
                Venues.currency(instrument),
                Price.of(view.path("price").asText()),
                Instant.parse(view.path("time").asText()),
                view.path("stream").asText());
    }
}
