package io.alphapanda.engine.alpaca;

import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.placement.CancelAnswer;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.budget.OrderLimits;
import io.alphapanda.engine.live.Book;
import io.alphapanda.engine.live.LiveBroker;
import io.alphapanda.engine.live.Statement;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// One account at Alpaca: market orders for the day, in the shares of the venue `US`.
final class AlpacaBroker implements LiveBroker {

    private static final String VENUE = "US";
    private static final Duration AIR = Duration.ofSeconds(2);

    private final AlpacaClient client;
    private final BookPages pages;
    private final FillReader fills;
    private final AssetBoard assets;
    private final Standing standing;
    private final Statuses statuses;
    private final OrderLimits limits;
    private final InstantSource clock;

    AlpacaBroker(Broker broker, AlpacaClient client, OrderLimits limits, InstantSource clock) {
        this.client = client;
        this.pages = new BookPages(client);
        this.fills = new FillReader(pages, clock);
        this.assets = new AssetBoard(pages, clock);
        this.standing = new Standing(broker);
        this.statuses = new Statuses(broker);
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public OrderLimits limits() {
        return limits;
    }

    @Override
    public String tag(String orderId) {
        return Tag.of(orderId);
    }

    @Override
    public LocalDate bookDay(Instant now) {
        return AlpacaTime.day(now);
    }

    @Override
    public Duration answersWithin() {
        return client.answersWithin().plus(AIR);
    }

    @Override
    public Uni<Answer> place(OrderRequest request, String tag, Instant sendBy) {
        return Uni.createFrom()
                .deferred(() -> standing.fault()
                        .map(words -> notSent(FailureCode.SESSION_INVALID, words))
                        .orElseGet(() -> asset(request).chain(asset -> place(asset, request, tag, sendBy))))
                .onFailure()
                .recoverWithItem(this::beforeSending);
    }

    /// Only what happens before the order is handed to the client can fail; the client itself never does.
    private Answer beforeSending(Throwable failure) {
        return new Answer.NotSent(
                note(failure) ? FailureCode.SESSION_INVALID : FailureCode.BROKER_UNREACHABLE, words(failure));
    }

    private Uni<Optional<Asset>> asset(OrderRequest request) {
        var instrument = request.instrument();
        return instrument.venue().equals(VENUE)
                ? assets.tradable(instrument.symbol())
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Answer> place(Optional<Asset> asset, OrderRequest request, String tag, Instant sendBy) {
        if (asset.isEmpty()) {
            return notSent(FailureCode.INSTRUMENT_NOT_LISTED, "Alpaca does not trade " + request.instrument());
        }
        var fault = asset.get().fault(request.quantity().value());
        return fault.isPresent()
                ? notSent(FailureCode.QUANTITY_INVALID, fault.get())
                : client.place(order(asset.get(), request, tag), sendBy)
                        .map(reply -> Answers.of(reply, tag, client.keys()))
                        .invoke(this::note);
    }

    private static Map<String, String> order(Asset asset, OrderRequest request, String tag) {
        return Map.of(
                "symbol",
                asset.symbol(),
                "qty",
                request.quantity().toString(),
                "side",
                request.side() == Side.BUY ? "buy" : "sell",
                "type",
                "market",
                "time_in_force",
                "day",
                "client_order_id",
                tag);
    }

    private static Uni<Answer> notSent(FailureCode code, String words) {
        return Uni.createFrom().item(new Answer.NotSent(code, words));
    }

    private void note(Answer answer) {
        if (answer instanceof Answer.Refused(FailureCode code, String words) && code == FailureCode.SESSION_INVALID) {
            standing.refuse(words, clock.instant());
        }
    }

    @Override
    public Uni<CancelAnswer> cancel(String brokerOrderId) {
        return Uni.createFrom().deferred(() -> standing.fault()
                .<Uni<CancelAnswer>>map(words -> Uni.createFrom().item(new CancelAnswer.NotSent(words)))
                .orElseGet(() -> client.cancel(brokerOrderId)
                        .invoke(reply -> Answers.refusalOfKeys(reply, client.keys())
                                .ifPresent(words -> standing.refuse(words, clock.instant())))
                        .map(reply -> Answers.ofCancellation(reply, client.keys()))));
    }

    /// Whether it failed because Alpaca refuses the keys.
    private boolean note(Throwable failure) {
        boolean keys = failure instanceof AlpacaException alpaca && alpaca.keysRefused();
        if (keys) {
            standing.refuse(failure.getMessage(), clock.instant());
        }
        return keys;
    }

    /// Anything else than our own exception is a row no value type takes, or a defect.
    private static String words(Throwable failure) {
        return failure instanceof AlpacaException ? failure.getMessage() : failure.toString();
    }

    @Override
    public Uni<Book> book() {
        return Uni.createFrom()
                .deferred(() -> standing.faultOfReading(clock.instant())
                        .<Uni<Book>>map(words -> Uni.createFrom().item(new Book.Unreadable(words)))
                        .orElseGet(() -> read().onItem().castTo(Book.class)))
                .onFailure()
                .invoke(this::note)
                .onFailure()
                .recoverWithItem(failure -> new Book.Unreadable(words(failure)));
    }

    /// Orders first: every fill they show is then among the fills, or the next reading's.
    private Uni<Book.Read> read() {
        var day = bookDay(clock.instant());
        return pages.orders(AlpacaTime.before(day))
                .chain(orders -> fills.read(day).map(all -> DayBook.of(day, orders, all, statuses)))
                .invoke(book -> {
                    standing.good();
                    if (!DayBook.addsUp(book)) {
                        fills.forget();
                    }
                });
    }

    @Override
    public Uni<Statement> statement() {
        return Uni.createFrom()
                .deferred(() -> standing.faultOfReading(clock.instant())
                        .<Uni<Statement>>map(words -> Uni.createFrom().item(new Statement.Unreadable(words)))
                        .orElseGet(this::readAll))
                .onFailure()
                .invoke(this::note)
                .onFailure()
                .recoverWithItem(failure -> new Statement.Unreadable(words(failure)));
    }

    private Uni<Statement> readAll() {
        var day = bookDay(clock.instant());
        return pages.orders(AlpacaTime.before(day))
                .chain(orders -> fills.read(day).chain(all -> pages.positions()
                        .<Statement>map(positions -> DayBook.statement(day, orders, all, positions, statuses))))
                .invoke(standing::good);
    }

    @Override
    public void close() {
        client.close();
    }
}
