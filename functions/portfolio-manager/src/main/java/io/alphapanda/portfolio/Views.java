package io.alphapanda.portfolio;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.ledger.PortfolioRow;
import io.alphapanda.stage.ledger.PositionRow;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What Redis shows of the books: `{broker}:portfolio:<strategy>` and `{broker}:positions:<instrument>`. One script a
/// portfolio, so that a reader never sees half a booking, and a late writer never puts an older state over a newer.
@Singleton
final class Views {

    private static final String SCRIPT = """
            local others = 0
            for i = 1, #KEYS do
              local kind = redis.call('type', KEYS[i]).ok
              if kind ~= 'hash' and kind ~= 'none' then others = others + redis.call('del', KEYS[i]) end
            end
            local shown = tonumber(redis.call('hget', KEYS[1], 'version') or '-1') or -1
            if shown > tonumber(ARGV[1]) then return others end
            redis.call('hset', KEYS[1], 'version', ARGV[1], 'json', ARGV[2])
            for i = 2, #KEYS do redis.call('hset', KEYS[i], ARGV[3], ARGV[i + 2]) end
            return others
            """;

    private final ReactiveRedisDataSource redis;
    private final EventCodec codec;

    Views(ReactiveRedisDataSource redis, EventCodec codec) {
        this.redis = redis;
        this.codec = codec;
    }

    /// @param broker   the lane
    /// @param strategy whose portfolio
    /// @param version  counts its bookings
    @RegisterForReflection
    record PortfolioView(
            String broker,
            String strategy,
            Money startingCash,
            Money cash,
            Money realizedPnl,
            Money fees,
            long version) {}

    /// @param quantity above zero long, below zero short
    /// @param cost     of the open quantity
    /// @param sequence the last fill booked into it
    @RegisterForReflection
    record PositionView(SignedQuantity quantity, Money cost, Money realizedPnl, Money fees, long sequence) {}

    /// What is no view and lies in a view's place is removed; other portfolios may have been in that view, too.
    ///
    /// @return how much of that there was
    Uni<Integer> show(PortfolioRow portfolio, List<PositionRow> positions) {
        var arguments = new ArrayList<String>();
        arguments.add(SCRIPT);
        arguments.add(Integer.toString(1 + positions.size()));
        arguments.add(portfolio.broker + ":portfolio:" + portfolio.strategy);
        positions.forEach(each -> arguments.add(each.broker + ":positions:" + each.instrument));
        arguments.add(Long.toString(portfolio.version));
        arguments.add(json(view(portfolio)));
        arguments.add(portfolio.strategy);
        positions.forEach(each -> arguments.add(json(view(each))));
        return redis.execute("EVAL", arguments.toArray(String[]::new)).map(Response::toInteger);
    }

    private static PortfolioView view(PortfolioRow row) {
        return new PortfolioView(
                row.broker,
                row.strategy,
                new Money(row.startingCash),
                new Money(row.cash),
                new Money(row.realizedPnl),
                new Money(row.fees),
                row.version);
    }

    private static PositionView view(PositionRow row) {
        return new PositionView(
                new SignedQuantity(row.quantity),
                new Money(row.cost),
                new Money(row.realizedPnl),
                new Money(row.fees),
                row.sequence);
    }

    private String json(Object view) {
        return new String(codec.encode(view), StandardCharsets.UTF_8);
    }
}
