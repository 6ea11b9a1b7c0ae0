package io.alphapanda.feed.publish;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.TickBatch;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/// The newest one-minute bars of every instrument, `market:bars:<instrument>` in Redis: a sorted set, its score the
/// minute, a member a bar:
///
/// ```
/// <minute>|<open>|<high>|<low>|<close>|<volume>|<first ordinal>|<last ordinal>|<stream>
/// ```
///
/// A bar grows by the ordinals of its ticks, so a batch that is written again, cut anew or late changes nothing. A bar
/// of another stream is replaced. Redis holds what is traded by as well, so all of a feed's bars together are bounded:
/// instruments that come beyond that get none. Those of an instrument that comes no more are gone after four days.
final class PriceBars {

    private static final Logger LOG = Logger.getLogger(PriceBars.class);

    /// Bars of all instruments, about 30 MB.
    private static final int MOST_OF_ALL = 200_000;

    private static final String KEY = "market:bars:";

    /// KEYS: a bar's instrument each. ARGV: how many an instrument keeps, the stream; then minute, open, high, low,
    /// close, volume, first and last of each bar.
    private static final String GROW = """
            local most, stream = tonumber(ARGV[1]), ARGV[2]
            for i = 1, #KEYS do
              local b = {}
              for j = 1, 8 do b[j] = ARGV[2 + (i - 1) * 8 + j] end
              local old = redis.call('zrangebyscore', KEYS[i], b[1], b[1])[1]
              if old then
                local o = {}
                for part in string.gmatch(old, '[^|]+') do o[#o + 1] = part end
                if o[9] == stream then
                  if tonumber(o[7]) <= tonumber(b[7]) then b[2], b[7] = o[2], o[7] end
                  if tonumber(o[3]) > tonumber(b[3]) then b[3] = o[3] end
                  if tonumber(o[4]) < tonumber(b[4]) then b[4] = o[4] end
                  if tonumber(o[8]) >= tonumber(b[8]) then b[5], b[6], b[8] = o[5], o[6], o[8] end
                end
                redis.call('zrem', KEYS[i], old)
              end
              redis.call('zadd', KEYS[i], b[1], table.concat(b, '|') .. '|' .. stream)
              redis.call('zremrangebyrank', KEYS[i], 0, -most - 1)
              redis.call('expire', KEYS[i], 345600)
            end
            """;

    private final ReactiveRedisDataSource redis;
    private final int most;
    private final Set<InstrumentId> kept = new HashSet<>();
    private boolean told;

    /// @param most bars an instrument keeps; 0 for none at all
    PriceBars(ReactiveRedisDataSource redis, int most) {
        this.redis = redis;
        this.most = most;
    }

    /// One command.
    Uni<Void> grow(TickBatch batch) {
        var bars = most == 0
                ? List.<PriceBar>of()
                : PriceBar.of(batch).stream()
                        .filter(each -> isKept(each.instrument()))
                        .toList();
        return bars.isEmpty()
                ? Uni.createFrom().voidItem()
                : redis.execute("EVAL", arguments(batch, bars).toArray(String[]::new))
                        .replaceWithVoid();
    }

    private boolean isKept(InstrumentId instrument) {
        if (kept.contains(instrument)) {
            return true;
        }
        if ((kept.size() + 1L) * most <= MOST_OF_ALL) {
            return kept.add(instrument);
        }
        if (!told) {
            told = true;
            LOG.warnf(
                    "no bars are kept of further instruments, lower panda.feed.bars to keep some: instruments=%d bars=%d",
                    kept.size(), most);
        }
        return false;
    }

    private List<String> arguments(TickBatch batch, List<PriceBar> bars) {
        var arguments = new ArrayList<String>(4 + 9 * bars.size());
        arguments.add(GROW);
        arguments.add(Integer.toString(bars.size()));
        bars.forEach(each -> arguments.add(KEY + each.instrument()));
        arguments.add(Integer.toString(most));
        arguments.add(batch.stream().value());
        for (var bar : bars) {
            arguments.add(Long.toString(bar.minute()));
            arguments.add(bar.open().toString());
            arguments.add(bar.high().toString());
            arguments.add(bar.low().toString());
            arguments.add(bar.close().toString());
            arguments.add(bar.volume().toString());
            arguments.add(Long.toString(bar.first()));
            arguments.add(Long.toString(bar.last()));
        }
        return arguments;
    }
}
