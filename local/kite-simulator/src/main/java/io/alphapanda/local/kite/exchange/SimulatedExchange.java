package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Broker and exchange in one: every account, every instrument, one lock. Refusals before the book are
/// {@link RefusedException}; everything after is a row in the book.
public final class SimulatedExchange {
    /// Of a tick whose quantity nobody knows: fills are not bounded by it.
    public static final long ANY_QUANTITY = Long.MAX_VALUE;

    private final SimulatorTime time;
    private final Listing listing;
    private final Map<String, AccountBook> books = new LinkedHashMap<>();
    private final List<SimulatedOrder> working = new ArrayList<>();
    private final TruthLog truth = new TruthLog();
    private final Lifecycle lifecycle;
    private final OrderDesk desk;
    private final MarketListener marketListener;

    public SimulatedExchange(
            ExchangeTerms terms,
            List<SimulatedInstrument> instruments,
            List<AccountSpec> accounts,
            SimulatorTime time,
            OrderListener orderListener,
            MarketListener marketListener) {
        this.time = time;
        this.marketListener = marketListener;
        this.listing = new Listing(instruments);
        Margins margins = new Margins(terms);
        for (AccountSpec account : accounts) {
            AccountBook book = new AccountBook(account, margins, this::view);
            account.holdings().forEach(holding -> book.holdings()
                    .deliver(instrument(holding.instrument()), holding.quantity(), holding.averagePrice()));
            books.put(account.userId(), book);
        }
        OrderIds ids = new OrderIds();
        this.lifecycle = new Lifecycle(terms, time, this::later, ids, this::market, orderListener, this::filled);
        this.desk = new OrderDesk(terms, time, this::later, ids, lifecycle, this::view, this::entered);
        new Agenda(time, terms, this::sessionOpens, this::sessionCloses, this::dayRolls).start();
    }

    /// Lists one more instrument, from now on; it has no price before its first tick, unless it has a previous close.
    ///
    /// @throws IllegalArgumentException if another one of its key or token is listed
    public void list(SimulatedInstrument instrument) {
        listing.add(instrument);
    }

    public boolean lists(String key) {
        return listing.find(key).isPresent();
    }

    /// Ends every open order of every account, as the close of a trading session does. Orders that come later are
    /// taken all the same.
    public synchronized void closeSession() {
        sessionCloses();
    }

    /// @throws RefusedException when the broker's own checks refuse it; nothing is in the book then
    public synchronized Placement place(String userId, OrderTicket ticket, OrderFate fate) {
        return desk.place(book(userId), ticket, fate);
    }

    /// @throws RefusedException when the order is unknown, over, on its way, modified too often, or the change is not
    ///     allowed
    public synchronized void modify(String userId, String orderId, OrderChange change) {
        desk.modify(book(userId), orderId, change);
    }

    /// @param filledFirst so many fill just before the cancellation arrives; 0 usually
    /// @throws RefusedException when the order is unknown, over, or on its way
    public synchronized void cancel(String userId, String orderId, long filledFirst) {
        desk.cancel(book(userId), orderId, filledFirst);
    }

    /// Ticks in the order of their arrival; their orders are matched one tick after the other.
    public synchronized void onTicks(List<Tick> ticks) {
        Map<SimulatedInstrument, MarketView> moved = new LinkedHashMap<>();
        for (Tick tick : ticks) {
            SimulatedInstrument instrument = instrument(tick.instrument());
            market(instrument).tick(tick.price(), tick.quantity(), tick.at());
            List.copyOf(working).stream()
                    .filter(order -> order.ticket().instrument().equals(instrument))
                    .forEach(lifecycle::match);
            moved.put(instrument, view(instrument));
        }
        working.removeIf(order -> order.status().terminal());
        marketListener.moved(List.copyOf(moved.values()));
    }

    /// The book of the day, oldest first.
    public synchronized List<OrderRow> orders(String userId) {
        Instant now = time.now();
        return book(userId).orders().stream()
                .filter(order -> order.visibleAt(now))
                .map(SimulatedOrder::row)
                .toList();
    }

    public synchronized List<OrderRow> history(String userId, String orderId) {
        return book(userId).visible(orderId, time.now()).history();
    }

    public synchronized List<TradeRow> trades(String userId) {
        List<String> shown = orders(userId).stream().map(OrderRow::orderId).toList();
        return book(userId).trades().stream()
                .filter(trade -> shown.contains(trade.orderId()))
                .toList();
    }

    public synchronized List<PositionRow> netPositions(String userId) {
        return book(userId).positionRows();
    }

    public synchronized List<PositionRow> dayPositions(String userId) {
        return book(userId).positionRows().stream()
                .filter(position -> position.dayBuyQuantity() + position.daySellQuantity() > 0)
                .map(PositionRow::dayOnly)
                .toList();
    }

    /// @throws RefusedException when the position is smaller than that
    public synchronized void convert(
            String userId,
            SimulatedInstrument instrument,
            Side side,
            boolean overnight,
            long quantity,
            Product from,
            Product to) {
        book(userId).positions().convert(instrument, side, overnight, quantity, from, to);
    }

    public synchronized List<HoldingRow> holdings(String userId) {
        return book(userId).holdingRows();
    }

    /// The depository releases every holding for sale, until the day rolls.
    public synchronized void authoriseHoldings(String userId) {
        book(userId).holdings().authoriseAll();
    }

    public synchronized Funds funds(String userId) {
        return book(userId).funds();
    }

    /// Rupees a new order would hold back.
    public synchronized BigDecimal requiredMargin(String userId, OrderTicket ticket) {
        return book(userId).required(ticket);
    }

    /// Empty for an instrument that is not listed.
    public synchronized Optional<MarketView> quote(String key) {
        return listing.find(key).map(InstrumentMarket::view);
    }

    public synchronized List<MarketView> quotes() {
        return listing.markets().stream().map(InstrumentMarket::view).toList();
    }

    /// @throws RefusedException when it is not listed
    public SimulatedInstrument instrument(String key) {
        return listing.find(key)
                .map(InstrumentMarket::instrument)
                .orElseThrow(() -> new RefusedException(
                        ErrorType.INPUT,
                        "The instrument you are placing an order for has either expired or does not exist."));
    }

    public List<SimulatedInstrument> instruments() {
        return listing.markets().stream().map(InstrumentMarket::instrument).toList();
    }

    public synchronized Truth truth() {
        return truth.read();
    }

    private void entered(SimulatedOrder order) {
        book(order.userId()).add(order);
        truth.add(order);
        working.add(order);
    }

    private void filled(SimulatedOrder order, TradeRow trade) {
        book(order.userId()).add(trade);
        truth.add(trade);
    }

    private synchronized void sessionOpens() {
        List.copyOf(working).forEach(lifecycle::openSession);
    }

    private synchronized void sessionCloses() {
        List.copyOf(working).stream()
                .filter(order -> order.status() != OrderStatus.AMO_REQ_RECEIVED)
                .forEach(lifecycle::lapse);
        working.removeIf(order -> order.status().terminal());
    }

    private synchronized void dayRolls() {
        sessionCloses();
        books.values().forEach(AccountBook::roll);
        listing.markets().forEach(InstrumentMarket::roll);
    }

    private void later(Duration delay, Runnable step) {
        if (delay.isZero()) {
            step.run();
            return;
        }
        time.after(delay, () -> {
            synchronized (this) {
                step.run();
            }
        });
    }

    private AccountBook book(String userId) {
        AccountBook book = books.get(userId);
        if (book == null) {
            throw new IllegalArgumentException("no simulated account %s; there are %s"
                    .formatted(
                            userId,
                            books.keySet().stream()
                                    .sorted(Comparator.naturalOrder())
                                    .toList()));
        }
        return book;
    }

    private InstrumentMarket market(SimulatedInstrument instrument) {
        return listing.find(instrument.key())
                .orElseThrow(
                        () -> new IllegalArgumentException("instrument %s is not listed".formatted(instrument.key())));
    }

    private MarketView view(SimulatedInstrument instrument) {
        return market(instrument).view();
    }
}
