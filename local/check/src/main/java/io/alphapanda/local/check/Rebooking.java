package io.alphapanda.local.check;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.portfolio.Position;
import io.alphapanda.domain.signal.Broker;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Books every fill event of the topics again, in sequence, as far as the ledger's position has come; gives
/// `rebooked_fill` and `rebooked_position`.
final class Rebooking {

    private static final int ROWS_AT_ONCE = 2_000;

    private static final String FILLS = """
            select e.strategy, e.instrument, e.fill_id, e.side, e.quantity, e.price, e.fees, e.sequence
            from topic_event e
            join positions p on p.broker = e.lane and p.strategy = e.strategy and p.instrument = e.instrument
            where e.lane = ? and e.kind = 'FILLED' and e.sequence <= p.sequence
              and e.quantity >= 0 and e.price > 0 and e.fees is not null and e.side in ('BUY', 'SELL')
            order by e.strategy, e.instrument, e.sequence, e.id
            """;

    private final String lane;
    private final PreparedStatement fills;
    private final PreparedStatement positions;
    private String strategy;
    private String instrument;
    private Position position = Position.EMPTY;
    private long sequence;
    private int pending;

    private Rebooking(String lane, PreparedStatement fills, PreparedStatement positions) {
        this.lane = lane;
        this.fills = fills;
        this.positions = positions;
    }

    static void gather(List<Broker> brokers, Evidence evidence) throws SQLException {
        for (var broker : brokers) {
            try (var events = evidence.stream(FILLS, ROWS_AT_ONCE);
                    var fills = evidence.insert("rebooked_fill", 7);
                    var positions = evidence.insert("rebooked_position", 8)) {
                events.setString(1, broker.name());
                new Rebooking(broker.name(), fills, positions).book(events.executeQuery());
            }
        }
    }

    private void book(ResultSet events) throws SQLException {
        while (events.next()) {
            if (!events.getString(1).equals(strategy) || !events.getString(2).equals(instrument)) {
                endPosition();
                strategy = events.getString(1);
                instrument = events.getString(2);
                position = Position.EMPTY;
            }
            bookNext(events);
        }
        endPosition();
        fills.executeBatch();
        positions.executeBatch();
    }

    private void bookNext(ResultSet event) throws SQLException {
        var fees = new Money(event.getBigDecimal(7));
        var booking = position.book(
                Side.valueOf(event.getString(4)),
                new Quantity(event.getBigDecimal(5)),
                new Price(event.getBigDecimal(6)),
                fees);
        position = booking.position();
        sequence = event.getLong(8);
        fills.setString(1, lane);
        fills.setString(2, strategy);
        fills.setString(3, instrument);
        fills.setString(4, event.getString(3));
        fills.setBigDecimal(5, booking.cashChange().amount());
        fills.setBigDecimal(6, booking.realized().amount());
        fills.setBigDecimal(7, fees.amount());
        fills.addBatch();
        if (++pending >= ROWS_AT_ONCE) {
            fills.executeBatch();
            pending = 0;
        }
    }

    private void endPosition() throws SQLException {
        if (strategy == null) {
            return;
        }
        positions.setString(1, lane);
        positions.setString(2, strategy);
        positions.setString(3, instrument);
        positions.setBigDecimal(4, position.quantity().value());
        positions.setBigDecimal(5, position.cost().amount());
        positions.setBigDecimal(6, position.realizedPnl().amount());
        positions.setBigDecimal(7, position.fees().amount());
        positions.setLong(8, sequence);
        positions.addBatch();
    }
}
