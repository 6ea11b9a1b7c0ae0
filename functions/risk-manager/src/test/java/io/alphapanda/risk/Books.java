package io.alphapanda.risk;

import io.alphapanda.stage.testing.Ledger;

/// Writes into the ledger what other stages, and earlier decisions, would have left there for one strategy in one lane.
///
/// @param lane     the broker
/// @param strategy one of its own for each test
record Books(String lane, String strategy) {

    static final String TCS = "NSE:TCS";
    static final String INFY = "NSE:INFY";

    /// The same strategy's books in another lane.
    Books in(String otherLane) {
        return new Books(otherLane, strategy);
    }

    Books cash(String starting) {
        Ledger.rows(
                "insert into portfolios values (?, ?, ?::numeric, ?::numeric, 0, 0, 1, 1)",
                lane,
                strategy,
                starting,
                starting);
        return this;
    }

    /// A position as booked up to its fill number `sequence`; its fills are there too, the first of them at least.
    Books booked(String instrument, String quantity, String cost, long sequence) {
        Ledger.rows(
                "insert into positions values (?, ?, ?, ?::numeric, ?::numeric, 0, 0, ?)",
                lane,
                strategy,
                instrument,
                quantity,
                cost,
                sequence);
        return filled(instrument, "BUY", "1", "1", 1);
    }

    Books filled(String instrument, String side, String quantity, String price, long sequence) {
        var order = id(instrument, "filled-" + sequence);
        order(order, order, instrument, side, quantity, "FILLED", quantity);
        Ledger.rows(
                "insert into fills values (?, ?, ?, ?, ?, ?, ?, ?, ?::numeric, ?::numeric, 0, now())",
                order + "/fill",
                order,
                order + "/event",
                lane,
                strategy,
                instrument,
                side,
                sequence,
                quantity,
                price);
        return this;
    }

    /// An approval, with its reservation. It was decided at 90, so that a hundred a unit cover what it opens.
    ///
    /// @return the id of its signal
    String approved(String instrument, String side, String quantity, String reserved, long sequence, String day) {
        var signal = decided(instrument, side, quantity, day, true, sequence);
        Ledger.rows(
                "insert into reservations values (?, ?, ?, ?, ?, ?::numeric, ?::numeric)",
                signal,
                lane,
                strategy,
                instrument,
                side,
                quantity,
                reserved);
        return signal;
    }

    void denied(String instrument, long number, String day) {
        decided(instrument, "BUY", "1", day, false, number);
    }

    private String decided(
            String instrument, String side, String quantity, String day, boolean approved, long sequence) {
        var signal = id(instrument, (approved ? "approved-" : "denied-") + sequence);
        Ledger.rows("""
                insert into signals values (?, ?, ?, 'test-1', ?, 1, ?, ?, ?::numeric, 100, 90,
                    '2026-03-05T05:30:00Z', ?, '2026-03-05T05:30:01Z', now(), 'test')
                """, signal, lane, "idea of " + signal, strategy, instrument, side, quantity, sequence);
        Ledger.rows(
                """
                insert into decisions values (?, ?, ?, ?, ?, ?::numeric, ?::date, ?, ?, '{}', 0, ?::bigint, now())
                """,
                signal,
                lane,
                strategy,
                instrument,
                side,
                quantity,
                day,
                approved,
                approved ? null : "ORDER_VALUE_EXCEEDED",
                approved ? Long.toString(sequence) : null);
        return signal;
    }

    /// Somebody has said what the strategy may do in the lane; an empty one, what the lane may.
    static void trading(String lane, String strategy, String state) {
        Ledger.rows(
                "insert into trading_states (broker, strategy, state, version, reason, changed_by)"
                        + " values (?, ?, ?, 1, 'test', 'test')"
                        + " on conflict (broker, strategy) do update set state = excluded.state",
                lane,
                strategy,
                state);
    }

    /// What became of an approval.
    void ordered(String signal, String instrument, String side, String quantity, String status, String filled) {
        order(signal + "/1", signal, instrument, side, quantity, status, filled);
    }

    private void order(
            String id, String signal, String instrument, String side, String quantity, String status, String filled) {
        Ledger.rows("""
                insert into orders values (?, ?, ?, ?, 'paper', ?, ?, ?, ?::numeric, 100, now(), now(), now(), ?, false,
                    2, ?::numeric, 0, null)
                """, id, signal, "idea of " + signal, lane, strategy, instrument, side, quantity, status, filled);
    }

    private String id(String instrument, String what) {
        return lane + "/" + strategy + "/" + instrument + "/" + what;
    }
}
