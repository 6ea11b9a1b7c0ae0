package io.alphapanda.engine.live;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.placement.CancelAnswer;
import io.alphapanda.engine.budget.OrderLimits;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One account at a live broker. Its answers never fail: what went wrong is an answer too, because what it means for an
/// order must be decided, not caught.
public interface LiveBroker {

    /// What the account may send.
    OrderLimits limits();

    /// By which an order is found in the broker's book: unique, and derived from the order's id alone.
    String tag(String orderId);

    /// The day whose book an order sent at that moment is in.
    LocalDate bookDay(Instant now);

    /// The longest an answer to an order is waited for.
    Duration answersWithin();

    /// Ends when what is needed to judge orders is at hand, or can't be had now: fetched while an order is on its way
    /// it would make it late. Never fails.
    default Uni<Void> ready() {
        return Uni.createFrom().voidItem();
    }

    /// Between which prices it takes orders for an instrument now; empty where it sets no limits, and where they can't
    /// be had now: it decides itself then. What it said before may be used for a while, but no price is outside for
    /// being held against old limits. Never fails, and ends within a second: an order waits for it.
    ///
    /// @param price the order was decided at
    default Uni<Optional<PriceLimits>> priceLimits(InstrumentId instrument, Price price) {
        return Uni.createFrom().item(Optional.empty());
    }

    /// Sends an order, once. What is certainly not to be sent (not listed, not a multiple of the lot, no session) is
    /// [Answer.NotSent].
    ///
    /// @param sendBy checked immediately before the order is written to the broker
    Uni<Answer> place(OrderRequest request, String tag, Instant sendBy);

    /// Asks for the end of an order, once. Asked again it does no harm; what came of it is in the book, and what was
    /// filled before is kept.
    ///
    /// @param brokerOrderId theirs
    Uni<CancelAnswer> cancel(String brokerOrderId);

    /// Reads the day's orders and trades.
    Uni<Book> book();

    /// Reads everything it has of the account: the day's orders, whoever placed them, and what is held, whoever bought
    /// it. Orders are read first: what they show filled is then among the positions, or the next reading's.
    Uni<Statement> statement();

    /// Ends its connections.
    void close();
}
