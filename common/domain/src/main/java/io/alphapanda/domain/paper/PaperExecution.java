package io.alphapanda.domain.paper;

import io.alphapanda.domain.charge.Charged;
import io.alphapanda.domain.charge.Execution;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.order.Admission;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderStatus;
import java.time.Instant;
import java.util.Optional;

/// Executes an order on a paper account. A market order fills at once and wholly, from the signal's own reference
/// price; the latest price is never asked, so a replay gives the same fills however late it runs.
public final class PaperExecution {

    private final PaperTerms terms;

    public PaperExecution(PaperTerms terms) {
        this.terms = terms;
    }

    /// What became of the order.
    ///
    /// @param order after the execution
    /// @param fill  present if it was filled
    public record Result(Order order, Optional<Fill> fill) {}

    /// @param order    still [OrderStatus#INTENDED]
    /// @param marketAt market time at which it is executed: the signal's own, or that of the first price
    ///                 it waited for
    public Result execute(Order order, Instant marketAt) {
        return Admission.refusal(order.request(), marketAt)
                .map(refusal -> new Result(order.failed(refusal.as(), refusal.code()), Optional.empty()))
                .orElseGet(() ->
                        charged(order, Venues.find(order.request().instrument()).orElseThrow(), marketAt));
    }

    private Result charged(Order order, Venue venue, Instant marketAt) {
        var request = order.request();
        var price = terms.executionPrice(request.side(), request.referencePrice(), venue);
        var execution = Execution.at(marketAt, venue, request.side(), price, request.quantity());
        return switch (terms.charges().on(execution)) {
            case Charged.Known(var sheet) -> filled(order, price, sheet.total(), marketAt);
            case Charged.Unknown _ ->
                new Result(order.failed(OrderStatus.FAILED, FailureCode.CHARGES_UNKNOWN), Optional.empty());
        };
    }

    private static Result filled(Order order, Price price, Money fees, Instant marketAt) {
        var request = order.request();
        var fill = new Fill(Ids.fill(request.orderId(), 1), request.quantity(), price, fees, marketAt);
        return new Result(order.filled(fill), Optional.of(fill));
    }
}
