package io.alphapanda.api.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.api.page.Period;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.api.redis.RedisBatch;
import io.alphapanda.api.redis.RedisKeys;
import io.alphapanda.api.redis.ViewJson;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Price;
import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Answers questions about instruments: prices are what the market-feed keeps in Redis, who trades is in the ledger.
@Singleton
public final class Instruments {

    private static final Logger LOG = Logger.getLogger(Instruments.class);
    private static final String LAST = "market:last:";
    private static final String BARS = "market:bars:";
    private static final int MOST = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Redis redis;
    private final RedisBatch batch;
    private final RedisKeys names;
    private final Traders traders;
    private final Clock clock;

    Instruments(Redis redis, RedisBatch batch, RedisKeys names, Traders traders, Clock clock) {
        this.redis = redis;
        this.batch = batch;
        this.names = names;
        this.traders = traders;
        this.clock = clock;
    }

    Uni<InstrumentPage> all() {
        return Uni.combine()
                .all()
                .unis(names.beginningWith(LAST, MOST), traders.all(MOST))
                .asTuple()
                .chain(known -> lines(instruments(known.getItem1(), known.getItem2()), known.getItem2()))
                .map(InstrumentPage::new);
    }

    private static List<InstrumentId> instruments(List<String> keys, Map<InstrumentId, Traders.Of> traders) {
        return Stream.concat(keys.stream().flatMap(key -> instrument(key).stream()), traders.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(InstrumentId::toString))
                .limit(MOST)
                .toList();
    }

    private Uni<List<InstrumentLine>> lines(List<InstrumentId> instruments, Map<InstrumentId, Traders.Of> traders) {
        return lastPrices(instruments).map(prices -> IntStream.range(0, instruments.size())
                .mapToObj(i -> InstrumentLine.of(
                        instruments.get(i), prices.get(i), traders.getOrDefault(instruments.get(i), Traders.Of.NOBODY)))
                .toList());
    }

    private static Optional<InstrumentId> instrument(String key) {
        try {
            return Optional.of(InstrumentId.of(key.substring(LAST.length())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// @throws ProblemException if the house has no price of it
    Uni<Prices> prices(InstrumentId instrument, Period period) {
        return lastPrices(List.of(instrument))
                .chain(last -> bars(instrument, period).map(bars -> known(new Prices(last.getFirst(), bars))));
    }

    private static Prices known(Prices prices) {
        if (prices.bars().isEmpty() && prices.last().price().isEmpty()) {
            var instrument = prices.last().instrument();
            throw ProblemException.of(
                    ProblemType.UNKNOWN_INSTRUMENT,
                    "no price of instrument '" + instrument
                            + "' has come; GET /api/v1/instruments lists those there are",
                    "instrument",
                    instrument,
                    List.of());
        }
        return prices;
    }

    private Uni<List<LastPrice>> lastPrices(List<InstrumentId> instruments) {
        var requests =
                instruments.stream().map(each -> RedisBatch.get(LAST + each)).toList();
        return batch.read(requests).map(texts -> IntStream.range(0, instruments.size())
                .mapToObj(i -> lastPrice(instruments.get(i), texts.get(i)))
                .toList());
    }

    private LastPrice lastPrice(InstrumentId instrument, Optional<String> text) {
        return text.flatMap(json -> ViewJson.read(LAST + instrument, json, view -> lastPrice(instrument, view)))
                .orElseGet(() -> new LastPrice(
                        instrument.toString(),
                        Venues.currency(instrument),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private LastPrice lastPrice(InstrumentId instrument, JsonNode view) {
        var time = Instant.parse(view.path("time").asText());
        return new LastPrice(
                instrument.toString(),
                Venues.currency(instrument),
                Optional.of(Price.of(view.path("price").asText())),
                Optional.of(time),
                Optional.of(Duration.between(time, clock.instant()).toSeconds()),
                Optional.of(view.path("stream").asText()));
    }

    private Uni<List<Bar>> bars(InstrumentId instrument, Period period) {
        var range = Request.cmd(Command.ZRANGEBYSCORE)
                .arg(BARS + instrument)
                .arg(Long.toString(period.from().getEpochSecond()))
                .arg("(" + period.to().getEpochSecond());
        return redis.send(range)
                .map(answer -> bars(instrument, answer))
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("no answer from Redis within " + PATIENCE));
    }

    private static List<Bar> bars(InstrumentId instrument, Response answer) {
        var bars = new ArrayList<Bar>();
        Optional<StoredBar> before = Optional.empty();
        for (var each : answer) {
            var stored = stored(instrument, each.toString());
            if (stored.isPresent()) {
                bars.add(stored.get().told(before));
                before = stored;
            }
        }
        return bars;
    }

    /// An unreadable one counts as missing.
    private static Optional<StoredBar> stored(InstrumentId instrument, String text) {
        try {
            return Optional.of(StoredBar.of(text));
        } catch (IllegalArgumentException e) {
            LOG.warnf(
                    "unreadable bar in Redis, taken as missing: key=%s%s reason=%s", BARS, instrument, e.getMessage());
            return Optional.empty();
        }
    }
}
