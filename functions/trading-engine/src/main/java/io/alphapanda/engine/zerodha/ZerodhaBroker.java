package io.alphapanda.engine.zerodha;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.placement.CancelAnswer;
import io.alphapanda.engine.budget.OrderLimits;
import io.alphapanda.engine.live.Book;
import io.alphapanda.engine.live.LiveBroker;
import io.alphapanda.engine.live.PriceLimits;
import io.alphapanda.engine.live.Statement;
import io.alphapanda.engine.zerodha.session.Access;
import io.alphapanda.engine.zerodha.session.ZerodhaSessions;
import io.alphapanda.kite.failure.KiteException;
import io.alphapanda.kite.failure.KiteSessionException;
import io.alphapanda.kite.json.KiteTime;
import io.alphapanda.kite.market.KiteInstrument;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.market.Quote;
import io.alphapanda.kite.order.BrokerOrderId;
import io.alphapanda.kite.order.NewOrder;
import io.alphapanda.kite.order.OrderTag;
import io.alphapanda.kite.order.Terms;
import io.alphapanda.kite.order.Variety;
import io.alphapanda.stage.broker.BrokerAccount;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// One account at Zerodha. A token that Kite calls dead ends the session; from then on nobody speaks to Kite with it,
/// and orders end as [FailureCode#SESSION_INVALID] until a person has logged in.
final class ZerodhaBroker implements LiveBroker {

    /// Connecting, answering, and some air.
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(12);

    private static final Answer.NotSent NO_SESSION =
            new Answer.NotSent(FailureCode.SESSION_INVALID, "nobody is logged in at Kite for this account");

    private final BrokerAccount account;
    private final ZerodhaTerms terms;
    private final ZerodhaSessions sessions;
    private final InstrumentBoard instruments;
    private final PriceLimitBoard limits;
    private final InstantSource clock;

    ZerodhaBroker(
            BrokerAccount account,
            ZerodhaTerms terms,
            ZerodhaSessions sessions,
            PriceLimitBoard limits,
            InstantSource clock) {
        this.account = account;
        this.terms = terms;
        this.sessions = sessions;
        this.instruments = new InstrumentBoard(clock);
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public OrderLimits limits() {
        return terms.limits();
    }

    @Override
    public String tag(String orderId) {
        return OrderTag.of(orderId).value();
    }

    @Override
    public LocalDate bookDay(Instant now) {
        return now.atOffset(KiteTime.IST).toLocalDate();
    }

    @Override
    public Duration answersWithin() {
        return ANSWERS_WITHIN;
    }

    @Override
    public Uni<Void> ready() {
        return instruments.isReady()
                ? Uni.createFrom().voidItem()
                : sessions.current(account)
                        .chain(access -> access.map(open -> instruments.prepare(open.kite()))
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                        .onFailure()
                        .recoverWithNull();
    }

    @Override
    public Uni<Optional<PriceLimits>> priceLimits(InstrumentId instrument, Price price) {
        return limits.find(Listing.of(instrument), price, listings -> sessions.current(account)
                .chain(access -> access.map(open -> quotes(open, listings))
                        .orElseGet(() -> Uni.createFrom().item(Map.of()))));
    }

    private Uni<Map<Listing, Quote>> quotes(Access access, Collection<Listing> listings) {
        return access.kite()
                .market()
                .quotes(listings)
                .onFailure(KiteException.class)
                .call(failure -> endDead(access, failure));
    }

    @Override
    public Uni<Answer> place(OrderRequest request, String tag, Instant sendBy) {
        return sessions.current(account)
                .chain(access -> access.map(open -> place(open, request, tag, sendBy))
                        .orElseGet(() -> Uni.createFrom().item(NO_SESSION)))
                .onFailure()
                .recoverWithItem(ZerodhaBroker::notSent);
    }

    /// Only what happens before the order is handed to the client can fail; the client itself never does.
    private static Answer notSent(Throwable failure) {
        var code =
                failure instanceof KiteSessionException ? FailureCode.SESSION_INVALID : FailureCode.BROKER_UNREACHABLE;
        return new Answer.NotSent(code, failure.getMessage());
    }

    private Uni<Answer> place(Access access, OrderRequest request, String tag, Instant sendBy) {
        return listed(access, request).chain(instrument -> {
            if (instrument.isEmpty()) {
                return notSent(
                        FailureCode.INSTRUMENT_NOT_LISTED, request.instrument() + " is not in Kite's list of today");
            }
            var wrong = Lots.fault(request.quantity().value(), instrument.get().lotSize());
            if (wrong.isPresent()) {
                return notSent(FailureCode.QUANTITY_INVALID, wrong.get());
            }
            return access.kite()
                    .orders()
                    .place(order(instrument.get().listing(), request, tag), sendBy)
                    .map(outcome -> Answers.of(outcome, clock.instant(), sendBy))
                    .call(answer -> endDead(access, answer));
        });
    }

    private Uni<Optional<KiteInstrument>> listed(Access access, OrderRequest request) {
        return instruments
                .find(access.kite(), Listing.of(request.instrument()))
                .onFailure(KiteException.class)
                .call(failure -> endDead(access, failure));
    }

    private NewOrder order(Listing listing, OrderRequest request, String tag) {
        return NewOrder.regular(
                        listing,
                        request.side(),
                        request.quantity(),
                        terms.product(),
                        new Terms.Market(terms.protection()),
                        new OrderTag(tag))
                .waiting(terms.validity());
    }

    private static Uni<Answer> notSent(FailureCode code, String words) {
        return Uni.createFrom().item(new Answer.NotSent(code, words));
    }

    /// Orders of this house are regular ones, and have no second leg.
    @Override
    public Uni<CancelAnswer> cancel(String brokerOrderId) {
        return sessions.current(account)
                .chain(access -> access.map(open -> cancel(open, brokerOrderId))
                        .orElseGet(() -> Uni.createFrom().item(new CancelAnswer.NotSent(NO_SESSION.words()))))
                .onFailure()
                .recoverWithItem(failure -> new CancelAnswer.NotSent(failure.getMessage()));
    }

    private Uni<CancelAnswer> cancel(Access access, String brokerOrderId) {
        return access.kite()
                .orders()
                .cancel(Variety.REGULAR, new BrokerOrderId(brokerOrderId), Optional.empty())
                .call(outcome -> Answers.endsSession(outcome)
                        .map(words -> sessions.dead(account, access.version(), words))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(Answers::ofCancellation);
    }

    private Uni<Void> endDead(Access access, Answer answer) {
        return answer instanceof Answer.Refused(FailureCode code, String words) && code == FailureCode.SESSION_INVALID
                ? sessions.dead(account, access.version(), words)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> endDead(Access access, Throwable failure) {
        return failure instanceof KiteSessionException
                ? sessions.dead(account, access.version(), failure.getMessage())
                : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Book> book() {
        return sessions.current(account)
                .chain(access -> access.map(this::book)
                        .orElseGet(() -> Uni.createFrom().item(new Book.Unreadable("nobody is logged in"))))
                .onFailure()
                .recoverWithItem(failure -> new Book.Unreadable(failure.getMessage()));
    }

    /// Orders first: every fill they show is then among the trades, or the next reading's.
    private Uni<Book> book(Access access) {
        var day = bookDay(clock.instant());
        var orders = access.kite().orders();
        return orders.book()
                .chain(rows -> orders.trades().<Book>map(trades -> DayBook.of(day, rows, trades)))
                .onFailure(KiteException.class)
                .call(failure -> endDead(access, failure))
                .invoke(() -> instruments.prepare(access.kite()).subscribe().with(_ -> {}));
    }

    @Override
    public Uni<Statement> statement() {
        return sessions.current(account)
                .chain(access -> access.map(this::statement)
                        .orElseGet(() -> Uni.createFrom().item(new Statement.Unreadable("nobody is logged in"))))
                .onFailure()
                .recoverWithItem(failure -> new Statement.Unreadable(failure.getMessage()));
    }

    /// Orders first and once more: what was filled in between is not of one moment.
    private Uni<Statement> statement(Access access) {
        var day = bookDay(clock.instant());
        var orders = access.kite().orders();
        var portfolio = access.kite().portfolio();
        return orders.book()
                .chain(rows -> orders.trades().chain(trades -> portfolio
                        .positions()
                        .chain(positions -> portfolio.holdings().chain(holdings -> orders.book()
                                .<Statement>map(
                                        after -> AccountStatement.of(day, rows, trades, positions, holdings, after))))))
                .onFailure(KiteException.class)
                .call(failure -> endDead(access, failure));
    }

    @Override
    public void close() {
        // The client is the sessions' to close.
    }

    /// What Kite trades in.
    private static final class Lots {

        private Lots() {}

        static Optional<String> fault(BigDecimal quantity, int lot) {
            if (quantity.stripTrailingZeros().scale() > 0) {
                return Optional.of("quantity " + quantity.toPlainString() + " must be whole");
            }
            if (lot > 1 && quantity.remainder(BigDecimal.valueOf(lot)).signum() != 0) {
                return Optional.of("quantity " + quantity.toPlainString() + " must be a multiple of the lot, " + lot);
            }
            return Optional.empty();
        }
    }
}
