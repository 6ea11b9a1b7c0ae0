package io.alphapanda.api.market;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.api.redis.RedisBatch;
import io.alphapanda.api.redis.ViewJson;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Last prices, as the market feed writes them to `market:last:<instrument>`.
@Singleton
public final class Marks {

    private final RedisBatch redis;

    Marks(RedisBatch redis) {
        this.redis = redis;
    }

    /// The marks there are; an instrument without one is missing from the map.
    public Uni<Map<InstrumentId, Mark>> of(Collection<InstrumentId> instruments) {
        var distinct = instruments.stream().distinct().toList();
        var requests = distinct.stream().map(each -> RedisBatch.get(key(each))).toList();
        return redis.read(requests).map(texts -> marks(distinct, texts));
    }

    private static Map<InstrumentId, Mark> marks(List<InstrumentId> instruments, List<Optional<String>> texts) {
        var marks = new TreeMap<InstrumentId, Mark>();
        for (int i = 0; i < instruments.size(); i++) {
            var instrument = instruments.get(i);
            texts.get(i)
                    .flatMap(text -> ViewJson.read(key(instrument), text, Marks::mark))
                    .ifPresent(mark -> marks.put(instrument, mark));
        }
        return marks;
    }

    private static Mark mark(JsonNode json) {
        return new Mark(
                Price.of(json.path("price").asText()),
                Instant.parse(json.path("time").asText()));
    }

    private static String key(InstrumentId instrument) {
        return "market:last:" + instrument;
    }
}
