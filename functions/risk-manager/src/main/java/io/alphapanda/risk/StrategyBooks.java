package io.alphapanda.risk;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.risk.Exposure;
import io.alphapanda.domain.risk.Pending;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.broker.BrokerAccount;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/// What the ledger says of a strategy in its lane, as far as one signal needs it: read by one statement, so all of
/// it is of one moment. An order that is filled at that moment counts as pending or as filled, never as both or
/// neither.
///
/// The trading state is read without its lock: an approval sends nothing. The engine holds the lock when it executes
/// an order, and refuses what was approved a moment before a halt.
///
/// @param isDecided   whether the lane has decided the same idea before
/// @param trades      approvals on the signal's trading day
/// @param previous    the strategy's last approval on the instrument; empty before the first
/// @param pending     what approvals of any instrument may still buy or sell: all of it while there is no order, then
///                    what the order leaves, until it has ended; and the cash each reserves, in full until then
/// @param tradingState the strictest that applies; empty if the ledger names one nobody knows
/// @param holdings    what is filled
record StrategyBooks(
        boolean isDecided,
        int trades,
        Optional<Approval> previous,
        Map<Place, Pending> pending,
        Optional<TradingState> tradingState,
        Holdings holdings) {

    /// Orders of one instrument and side take the same room.
    record Place(InstrumentId instrument, Side side) {}

    /// An approval's place among those of its strategy and instrument.
    record Approval(String signalId, long sequence) {}

    /// One row for each fill that is not booked, else for each position, else one; the first six columns are the
    /// same in all of them.
    private static final String QUERY = """
            select exists (select 1 from signals where correlation_id = :idea and broker = :broker),
                   (select count(*) from decisions
                    where broker = :broker and strategy = :strategy and trading_day = :day and approved),
                   previous.signal_id, previous.sequence,
                   pending.approvals,
                   (select string_agg(state, ',') from trading_states
                    where broker in (:broker, '*') and strategy in ('', :strategy)),
                   held.*
            from (
                select string_agg(concat_ws(' ', instrument, side, leaves, reserved, price), ',') as approvals
                from (
                    select r.instrument, r.side, r.reserved, r.quantity - coalesce(o.filled, 0) as leaves,
                           s.reference_price as price
                    from reservations r
                    join signals s on s.id = r.signal_id
                    left join lateral (
                        select sum(filled_quantity) as filled,
                               bool_or(status in ('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED')) as ended
                        from orders where signal_id = r.signal_id) o on true
                    where r.broker = :broker and r.strategy = :strategy and o.ended is not true) unended
                ) pending
            left join lateral (
                select signal_id, sequence from decisions
                where broker = :broker and strategy = :strategy and instrument = :instrument and sequence is not null
                order by sequence desc limit 1) previous on true
            left join (%s) held on true
            order by held.instrument, held.fill
            """.formatted(Holdings.QUERY);

    private static final int HOLDINGS = 6;

    /// @param day the signal's trading day
    static Uni<StrategyBooks> load(Mutiny.Session session, BrokerAccount account, LaneSignal copy, LocalDate day) {
        var signal = copy.signal();
        return session.createNativeQuery(QUERY, Object[].class)
                .setParameter("idea", signal.id())
                .setParameter("broker", account.broker().name())
                .setParameter("strategy", signal.strategy().value())
                .setParameter("instrument", signal.instrument().toString())
                .setParameter("day", day)
                .getResultList()
                .map(rows -> of(rows, account.startingCash()));
    }

    private static StrategyBooks of(List<Object[]> rows, Money startingCash) {
        var first = rows.getFirst();
        return new StrategyBooks(
                (Boolean) first[0],
                Math.toIntExact((Long) first[1]),
                first[2] == null ? Optional.empty() : Optional.of(new Approval((String) first[2], (Long) first[3])),
                pending((String) first[4]),
                strictest((String) first[5]),
                Holdings.of(rows, HOLDINGS, startingCash));
    }

    /// @param approvals as `NSE:TCS BUY 10 1001.5 100`, joined by commas; null where there are none
    private static Map<Place, Pending> pending(String approvals) {
        var pending = new HashMap<Place, Pending>();
        for (var approval : approvals == null ? List.<String>of() : List.of(approvals.split(","))) {
            var words = approval.split(" ");
            var side = Side.valueOf(words[1]);
            pending.merge(
                    new Place(InstrumentId.of(words[0]), side),
                    new Pending(side, Quantity.of(words[2]), Money.of(words[3]), Price.of(words[4])),
                    Pending::and);
        }
        return pending;
    }

    /// @param states of the lane, the strategy and the house, joined by commas; null where nobody has
    /// ever said anything
    private static Optional<TradingState> strictest(String states) {
        var strictest = TradingState.ACTIVE;
        for (var name : states == null ? List.<String>of() : List.of(states.split(","))) {
            var state = TradingState.named(name);
            if (state.isEmpty()) {
                return Optional.empty();
            }
            strictest = strictest.strictest(state.get());
        }
        return Optional.of(strictest);
    }

    Exposure exposure(InstrumentId instrument) {
        return new Exposure(holdings.position(instrument), leaves(instrument, Side.BUY), leaves(instrument, Side.SELL));
    }

    private Quantity leaves(InstrumentId instrument, Side side) {
        var pending = this.pending.get(new Place(instrument, side));
        return pending == null ? Quantity.ZERO : pending.leaves();
    }

    /// Cash that is not spoken for.
    ///
    /// @param day trading day, for charges
    Money buyingPower(PaperTerms costs, LocalDate day) {
        var power = holdings.buyingPower();
        for (var each : pending.entrySet()) {
            power = power.minus(claim(each.getKey().instrument(), each.getValue(), costs, day));
        }
        return power;
    }

    private Money claim(InstrumentId instrument, Pending approved, PaperTerms costs, LocalDate day) {
        return Venues.find(instrument)
                .map(venue -> approved.claim(holdings.position(instrument), costs, venue, day))
                .orElse(approved.reserved());
    }
}
