package io.alphapanda.runner;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.strategy.Bar;
import io.alphapanda.domain.strategy.InstrumentMemory;
import io.alphapanda.domain.strategy.Outcome;
import io.alphapanda.domain.strategy.StrategyMemory;
import io.alphapanda.domain.strategy.StrategyState;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Shards in Redis: the head (`strategy:shard:<class>:<number>`) and what strategies remember
/// (`strategy:state:<instrument>`). A shard is kept here between its batches; whether the copy is still right is
/// decided by the script, which writes nothing if another process has moved the shard since.
@Singleton
@RegisterForReflection(targets = {InstrumentMemory.class, StrategyMemory.class, StrategyState.class, Bar.class})
final class ShardStore {

    /// KEYS: the shard, the memories, then the outboxes. ARGV: the head expected; stream, epoch, n, definitions, batch
    /// id; how many memories; the memories; then for each output: which outbox, signal, cause, trace.
    private static final String COMMIT = """
            local head = redis.call('hmget', KEYS[1], 'epoch', 'n')
            local stands = (head[1] or '0') .. '/' .. (head[2] or '0')
            if stands ~= ARGV[1] then return {0} end
            redis.call('hset', KEYS[1], 'stream', ARGV[2], 'epoch', ARGV[3], 'n', ARGV[4], 'definitions', ARGV[5])
            redis.call('hsetnx', KEYS[1], 'since:' .. ARGV[5], ARGV[6])
            local memories = tonumber(ARGV[7])
            for i = 1, memories do redis.call('set', KEYS[1 + i], ARGV[7 + i]) end
            local entries = {1}
            for i = 8 + memories, #ARGV, 4 do
              entries[#entries + 1] = redis.call('xadd', KEYS[1 + memories + tonumber(ARGV[i])], '*',
                'signal', ARGV[i + 1], 'cause', ARGV[i + 2], 'trace', ARGV[i + 3])
            end
            return entries
            """;

    private final ReactiveRedisDataSource redis;
    private final EventCodec codec;
    private final Map<Shard.Key, Shard> kept = new ConcurrentHashMap<>();

    ShardStore(ReactiveRedisDataSource redis, EventCodec codec) {
        this.redis = redis;
        this.codec = codec;
    }

    /// The batch's shard, with the memories of all its instruments.
    Uni<Shard> read(TickBatch batch) {
        var shard = kept.get(Shard.Key.of(batch));
        return (shard == null ? readHead(Shard.Key.of(batch)) : Uni.createFrom().item(shard))
                .chain(known -> known.precedes(batch)
                        ? readMemories(known, batch)
                        : Uni.createFrom().item(known));
    }

    private Uni<Shard> readHead(Shard.Key key) {
        return redis.execute("HMGET", key.redis(), "stream", "epoch", "n").map(answer -> {
            var stream = text(answer.get(0)).orElse("");
            var head = new BatchSequence(number(answer.get(1)), number(answer.get(2)));
            return new Shard(key, stream, head, Map.of());
        });
    }

    private Uni<Shard> readMemories(Shard shard, TickBatch batch) {
        var missing = batch.ticks().stream()
                .map(Tick::instrument)
                .distinct()
                .filter(each -> !shard.knows(each))
                .toList();
        if (missing.isEmpty()) {
            return Uni.createFrom().item(shard);
        }
        var keys = missing.stream().map(ShardStore::stateKey).toArray(String[]::new);
        return redis.execute("MGET", keys).map(answer -> {
            var found = new HashMap<InstrumentId, Optional<InstrumentMemory>>();
            for (int i = 0; i < missing.size(); i++) {
                found.put(missing.get(i), text(answer.get(i)).map(this::memory));
            }
            return shard.with(found);
        });
    }

    /// Commits what a batch led to.
    ///
    /// @return what was put into the outboxes; empty if the shard is no longer as it was read
    Uni<Optional<Outboxed>> commit(
            Shard shard, TickBatch batch, Outcome outcome, long definitions, Decisions decisions) {
        var memories = List.copyOf(outcome.memories().entrySet());
        var lanes =
                outcome.signals().stream().map(LaneSignal::broker).distinct().toList();
        var data = outcome.signals().stream().map(codec::encode).toList();
        var arguments = new ArrayList<String>();
        arguments.add(COMMIT);
        arguments.add(Integer.toString(1 + memories.size() + lanes.size()));
        arguments.add(shard.key().redis());
        memories.forEach(each -> arguments.add(stateKey(each.getKey())));
        lanes.forEach(each -> arguments.add(LaneOutbox.key(each)));
        arguments.add(shard.head().toString());
        arguments.add(batch.stream().value());
        arguments.add(Long.toString(batch.sequence().epoch()));
        arguments.add(Long.toString(batch.sequence().n()));
        arguments.add(Long.toString(definitions));
        arguments.add(Ids.batch(batch));
        arguments.add(Integer.toString(memories.size()));
        memories.forEach(each -> arguments.add(json(each.getValue())));
        for (int i = 0; i < data.size(); i++) {
            arguments.add(
                    Integer.toString(1 + lanes.indexOf(outcome.signals().get(i).broker())));
            arguments.add(text(data.get(i)));
            var cause = decisions.cause(outcome.signals().get(i));
            arguments.add(cause.batchId());
            arguments.add(cause.traceparent());
        }
        return redis.execute("EVAL", arguments.toArray(String[]::new))
                .map(answer -> {
                    if (answer.get(0).toInteger() == 0) {
                        kept.remove(shard.key());
                        return Optional.<Outboxed>empty();
                    }
                    kept.merge(shard.key(), shard.after(batch, outcome), ShardStore::newer);
                    return Optional.of(outboxed(outcome.signals(), data, decisions, answer));
                })
                // Whether it was committed is not known: the next attempt has to look.
                .onFailure()
                .invoke(() -> kept.remove(shard.key()));
    }

    private static Shard newer(Shard one, Shard other) {
        return one.head().compareTo(other.head()) > 0 ? one : other;
    }

    private static Outboxed outboxed(
            List<LaneSignal> signals, List<byte[]> data, Decisions decisions, Response answer) {
        var entries = new ArrayList<Outboxed.Entry>();
        for (int i = 0; i < signals.size(); i++) {
            entries.add(new Outboxed.Entry(
                    answer.get(i + 1).toString(), signals.get(i), data.get(i), decisions.cause(signals.get(i))));
        }
        return new Outboxed(entries);
    }

    private InstrumentMemory memory(String json) {
        try {
            return codec.decode(json.getBytes(StandardCharsets.UTF_8), InstrumentMemory.class);
        } catch (MalformedEventException e) {
            throw new IllegalStateException("strategy:state can't be read: " + e.getMessage(), e);
        }
    }

    private String json(InstrumentMemory memory) {
        return text(codec.encode(memory));
    }

    private static String stateKey(InstrumentId instrument) {
        return "strategy:state:" + instrument;
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static Optional<String> text(Response response) {
        return Optional.ofNullable(response).map(Response::toString);
    }

    private static long number(Response response) {
        return response == null ? 0 : response.toLong();
    }
}
