package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// An exchange with two accounts on a Thursday at 10:00 Indian time, for tests of the core.
final class Market {
    static final SimulatedInstrument INFY =
            SimulatedInstrument.equity("NSE", "INFY", 408_065, "1500").withFreezeQuantity(1000);
    static final SimulatedInstrument NIFTY = SimulatedInstrument.index("NSE", "NIFTY 50", 256_265, "24000");
    static final SimulatedInstrument CALL = SimulatedInstrument.derivative(
            "NFO", "NIFTY26DEC24000CE", 10_189_826, "CE", LocalDate.of(2026, 12, 29), "24000", 75);
    static final Instant THURSDAY_TEN = Instant.parse("2026-11-26T04:30:00Z");
    static final Duration LATENCY = Duration.ofMillis(5);
    static final String USER = "AB1234";
    static final String OTHER = "CD5678";

    final ManualTime time;
    final List<String> told = new ArrayList<>();
    final SimulatedExchange exchange;

    private Market(ExchangeTerms terms, AccountSpec account, Instant start) {
        time = new ManualTime(start);
        exchange = new SimulatedExchange(
                terms,
                List.of(INFY, NIFTY, CALL),
                List.of(account, AccountSpec.of(OTHER, "key-2", "secret-2")),
                time,
                (row, status) -> told.add(status + " " + row.filled()),
                _ -> {});
    }

    static Market open() {
        return with(ExchangeTerms.defaults());
    }

    static Market with(ExchangeTerms terms) {
        return new Market(terms, account(), THURSDAY_TEN);
    }

    static Market with(AccountSpec account) {
        return new Market(ExchangeTerms.defaults(), account, THURSDAY_TEN);
    }

    static Market at(Instant start, ExchangeTerms terms) {
        return new Market(terms, account(), start);
    }

    static AccountSpec account() {
        return AccountSpec.of(USER, "key", "secret");
    }

    static OrderTicket buy(long quantity, String price) {
        return OrderTicket.limit(INFY, Side.BUY, quantity, Product.CNC, price);
    }

    String place(OrderTicket ticket) {
        return place(ticket, OrderFate.ORDINARY);
    }

    String place(OrderTicket ticket, OrderFate fate) {
        return exchange.place(USER, ticket, fate).orderId();
    }

    /// Long enough for whatever is under way.
    void settle() {
        time.advance(LATENCY.multipliedBy(4));
    }

    void tick(String price, long quantity) {
        tick(INFY, price, quantity);
    }

    void tick(SimulatedInstrument instrument, String price, long quantity) {
        exchange.onTicks(List.of(new Tick(instrument.key(), new BigDecimal(price), quantity, time.now())));
    }

    OrderRow row(String orderId) {
        return exchange.history(USER, orderId).getLast();
    }

    List<String> states(String orderId) {
        return exchange.history(USER, orderId).stream().map(OrderRow::status).toList();
    }

    static final List<String> TO_OPEN = List.of("PUT ORDER REQ RECEIVED", "VALIDATION PENDING", "OPEN PENDING", "OPEN");

    static List<String> then(List<String> before, String... after) {
        List<String> all = new ArrayList<>(before);
        all.addAll(List.of(after));
        return all;
    }
}
