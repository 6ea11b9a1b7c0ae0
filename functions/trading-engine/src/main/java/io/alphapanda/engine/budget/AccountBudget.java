package io.alphapanda.engine.budget;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.clock.SteadyTime;
import io.alphapanda.stage.meter.Meters;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Counts what leaves the house for an account, in Redis, for all processes together:
/// `{broker}:limits:orders:<window>:<number>`, `{broker}:limits:modifications:<order>` and
/// `{broker}:limits:prices:second:<number>`. A script looks at all
/// windows and counts in all of them, or in none. When the wall's clock is set, what this process was granted
/// just before counts on ([AcrossSteps]).
///
/// Where Redis can't be asked the answer fails, and nothing may be sent. An answer that is lost on its way has counted:
/// the account errs to the side of too little.
@Singleton
public final class AccountBudget {

    /// KEYS: the counts. ARGV: for each the most there may be, or `-` where this request does not count; then for each
    /// how many seconds it is kept. Gives the last count that is full, 0 if none; then the counts as they are now.
    private static final String TAKE = """
            local full, counts = 0, {}
            for i = 1, #KEYS do
              counts[i] = tonumber(redis.call('get', KEYS[i]) or '0')
              if ARGV[i] ~= '-' and counts[i] >= tonumber(ARGV[i]) then full = i end
            end
            for i = 1, #KEYS do
              if full == 0 and ARGV[i] ~= '-' then
                counts[i] = counts[i] + 1
                redis.call('set', KEYS[i], counts[i], 'ex', ARGV[#KEYS + i])
              end
            end
            return {full, unpack(counts)}
            """;

    private static final String DOES_NOT_COUNT = "-";

    /// An order works for a day at most.
    private static final Duration MODIFICATIONS_KEPT = Duration.ofDays(1);

    private final ReactiveRedisDataSource redis;
    private final Meters meters;
    private final LastSeen lastSeen;
    private final SteadyTime steady;
    private final Map<Broker, AcrossSteps> recent = new ConcurrentHashMap<>();

    /// @param clock tells the metric whether a window has ended
    @Inject
    AccountBudget(ReactiveRedisDataSource redis, Meters meters, InstantSource clock, SteadyTime steady) {
        this.redis = redis;
        this.meters = meters;
        this.steady = steady;
        this.lastSeen = new LastSeen(meters, clock);
    }

    /// Takes one request from the account's budget, if there is one for it.
    ///
    /// @param now wall clock, just before the request is sent
    public Uni<Verdict> take(Broker broker, OrderLimits limits, Use use, Instant now) {
        var across = recent.computeIfAbsent(broker, _ -> new AcrossSteps());
        long at = steady.nanos();
        var full = across.take(limits, use, now, at);
        if (full.isPresent()) {
            return Uni.createFrom().item(exhausted(broker, use, full.get()));
        }
        return count(broker, limits, use, now).onItemOrFailure().invoke((verdict, _) -> {
            if (!(verdict instanceof Verdict.Granted)) {
                across.giveBack(at);
            }
        });
    }

    private Uni<Verdict> count(Broker broker, OrderLimits limits, Use use, Instant now) {
        var windows = List.of(Window.values());
        var keys = windows.stream()
                .map(each -> broker + ":limits:orders:" + each.label() + ":" + each.number(now, limits.zone()))
                .toList();
        var most = windows.stream()
                .map(each -> use.countsToward(each) ? Integer.toString(use.mostOf(limits.of(each))) : DOES_NOT_COUNT)
                .toList();
        var kept = windows.stream().map(Window::kept).toList();
        return run(keys, most, kept).map(answer -> verdict(broker, limits, use, now, answer));
    }

    /// Whether an order may be modified once more; if so, that is counted.
    ///
    /// @param brokerOrderId the broker's
    public Uni<Boolean> mayModify(Broker broker, String brokerOrderId, OrderLimits limits) {
        var key = broker + ":limits:modifications:" + brokerOrderId;
        var most = Integer.toString(limits.modificationsPerOrder());
        return run(List.of(key), List.of(most), List.of(MODIFICATIONS_KEPT))
                .map(answer -> answer.get(0).toInteger() == 0);
    }

    /// Whether one more question about prices may be asked in this second; if so, it is counted.
    ///
    /// @param perSecond questions the broker answers in a second
    /// @param now       wall clock, just before it is asked
    public Uni<Boolean> mayAskForPrices(Broker broker, int perSecond, Instant now) {
        var key = broker + ":limits:prices:second:" + now.getEpochSecond();
        return run(List.of(key), List.of(Integer.toString(perSecond)), List.of(Window.SECOND.kept()))
                .map(answer -> answer.get(0).toInteger() == 0);
    }

    private Uni<Response> run(List<String> keys, List<String> most, List<Duration> kept) {
        var arguments = new ArrayList<String>();
        arguments.add(TAKE);
        arguments.add(Integer.toString(keys.size()));
        arguments.addAll(keys);
        arguments.addAll(most);
        kept.forEach(each -> arguments.add(Long.toString(each.toSeconds())));
        return redis.execute("EVAL", arguments.toArray(String[]::new));
    }

    private Verdict verdict(Broker broker, OrderLimits limits, Use use, Instant now, Response answer) {
        var remaining = Stream.of(Window.values())
                .map(each -> remaining(limits.of(each), answer.get(1 + each.ordinal())))
                .toList();
        for (var each : Window.values()) {
            lastSeen.saw(
                    broker, each, each.end(now, limits.zone()), limits.of(each).limit(), remaining.get(each.ordinal()));
        }
        int full = answer.get(0).toInteger();
        if (full == 0) {
            return new Verdict.Granted(remaining.get(0), remaining.get(1), remaining.get(2));
        }
        var window = Window.values()[full - 1];
        return exhausted(
                broker, use, new Verdict.Exhausted(window, Duration.between(now, window.end(now, limits.zone()))));
    }

    private Verdict exhausted(Broker broker, Use use, Verdict.Exhausted exhausted) {
        meters.count(BudgetMeters.EXHAUSTED, broker.name(), exhausted.window().label(), use.label());
        return exhausted;
    }

    private static int remaining(Allowance allowance, Response used) {
        return Math.max(0, allowance.limit() - used.toInteger());
    }
}
