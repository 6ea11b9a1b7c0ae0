package io.alphapanda.local.kite.exchange;

import static io.alphapanda.local.kite.exchange.ErrorType.HOLDING;
import static io.alphapanda.local.kite.exchange.ErrorType.INPUT;
import static io.alphapanda.local.kite.exchange.ErrorType.MARGIN;
import static io.alphapanda.local.kite.exchange.ErrorType.ORDER;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Everything a new order is checked for, in this order; the first refusal counts.
final class OrderRules {
    static final String PROTECTION_MISSING = "Market orders without market protection are not allowed via API."
            + " Please set market protection or use a Limit order.";
    private static final int TAG_LENGTH = 20;
    private static final int AUTHORISATION_NEEDED = 428;
    private static final BigDecimal MOST_PROTECTION = BigDecimal.valueOf(100);

    /// What the rules look at besides the order.
    ///
    /// @param sellable   shares of the instrument in the holdings, delivered or not
    /// @param toDeliver  of those, delivered ones that are not released for sale
    /// @param dayBought  delivery position of the day
    /// @param required   margin the order needs
    record Facts(
            MarketView market,
            boolean open,
            boolean protectionNeeded,
            long sellable,
            long toDeliver,
            long dayBought,
            BigDecimal required,
            BigDecimal available) {}

    @FunctionalInterface
    private interface Rule {
        Optional<Refusal> check(OrderTicket ticket, Facts facts);
    }

    private static final List<Rule> NEW_ORDER = List.of(
            OrderRules::tag,
            OrderRules::tradable,
            OrderRules::quantity,
            OrderRules::product,
            OrderRules::price,
            OrderRules::triggerPrice,
            OrderRules::protection,
            OrderRules::validity,
            OrderRules::hours,
            OrderRules::freeze,
            OrderRules::circuit,
            OrderRules::triggerSide,
            OrderRules::holdings,
            OrderRules::authorisation,
            OrderRules::margin);

    private static final List<Rule> CHANGED_ORDER = List.of(
            OrderRules::quantity,
            OrderRules::price,
            OrderRules::triggerPrice,
            OrderRules::validity,
            OrderRules::freeze,
            OrderRules::circuit);

    private OrderRules() {}

    static Optional<Refusal> refuse(OrderTicket ticket, Facts facts) {
        return first(NEW_ORDER, ticket, facts);
    }

    /// @param before what the order was; a market order that stays one needs no protection again
    static Optional<Refusal> refuseChange(OrderTicket before, OrderTicket after, Facts facts) {
        if (after.type() == OrderType.MARKET && before.type() != OrderType.MARKET) {
            Optional<Refusal> unprotected = protection(after, facts);
            if (unprotected.isPresent()) {
                return unprotected;
            }
        }
        return first(CHANGED_ORDER, after, facts);
    }

    private static Optional<Refusal> first(List<Rule> rules, OrderTicket ticket, Facts facts) {
        return rules.stream()
                .map(rule -> rule.check(ticket, facts))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> tag(OrderTicket ticket, Facts facts) {
        return unless(ticket.tag() == null || ticket.tag().length() <= TAG_LENGTH)
                .map(_ -> input("Invalid `tag`: at most %d characters are allowed.".formatted(TAG_LENGTH)));
    }

    private static Optional<Refusal> tradable(OrderTicket ticket, Facts facts) {
        return unless(ticket.instrument().tradable())
                .map(_ -> input("The instrument you are placing an order for is not tradable."));
    }

    private static Optional<Refusal> quantity(OrderTicket ticket, Facts facts) {
        long lot = ticket.instrument().lotSize();
        if (ticket.quantity() < 1) {
            return Optional.of(input("Invalid `quantity`: must be at least 1."));
        }
        if (ticket.disclosed() < 0 || ticket.disclosed() > ticket.quantity()) {
            return Optional.of(input("Invalid `disclosed_quantity`: must be 0 to the quantity."));
        }
        return unless(ticket.quantity() % lot == 0)
                .map(_ -> input("Quantity should be a multiple of the lot size %d.".formatted(lot)));
    }

    private static Optional<Refusal> product(OrderTicket ticket, Facts facts) {
        Product product = ticket.product();
        boolean fits = ticket.instrument().derivative() ? !product.delivery() : product != Product.NRML;
        return unless(fits)
                .map(_ -> input("Product %s is not allowed for %s."
                        .formatted(product, ticket.instrument().key())));
    }

    private static Optional<Refusal> price(OrderTicket ticket, Facts facts) {
        if (!ticket.type().priced()) {
            return Optional.empty();
        }
        if (ticket.price().signum() <= 0) {
            return Optional.of(input("Missing or empty field `price`."));
        }
        return step(ticket, ticket.price(), "price");
    }

    private static Optional<Refusal> triggerPrice(OrderTicket ticket, Facts facts) {
        if (!ticket.type().triggered()) {
            return Optional.empty();
        }
        if (ticket.trigger().signum() <= 0) {
            return Optional.of(input("Missing or empty field `trigger_price`."));
        }
        boolean reachable = ticket.type() == OrderType.SL_M
                || ticket.price().subtract(ticket.trigger()).signum()
                                * ticket.side().sign()
                        >= 0;
        return unless(reachable)
                .map(_ -> input("Trigger price for stoploss %s orders should not be %s than the limit price."
                        .formatted(word(ticket.side()), ticket.side() == Side.BUY ? "higher" : "lower")))
                .or(() -> step(ticket, ticket.trigger(), "trigger price"));
    }

    private static Optional<Refusal> step(OrderTicket ticket, BigDecimal price, String what) {
        BigDecimal step = ticket.instrument().priceIncrement();
        return unless(Prices.onStep(price, step))
                .map(_ -> input("Tick size for this script is %s. Kindly enter %s in the multiple of tick size."
                        .formatted(step.toPlainString(), what)));
    }

    private static Optional<Refusal> protection(OrderTicket ticket, Facts facts) {
        if (ticket.type().priced() || !facts.protectionNeeded || ticket.origin() == Origin.BY_HAND) {
            return Optional.empty();
        }
        BigDecimal asked = ticket.protection();
        if (asked.signum() == 0) {
            return Optional.of(input(PROTECTION_MISSING));
        }
        boolean known = asked.compareTo(MarketProtection.AUTOMATIC) == 0
                || asked.signum() > 0 && asked.compareTo(MOST_PROTECTION) <= 0;
        return unless(known).map(_ -> input("Invalid `market_protection`: must be above 0 to 100, or -1."));
    }

    private static Optional<Refusal> validity(OrderTicket ticket, Facts facts) {
        long minutes = ticket.ttl().toMinutes();
        if (ticket.validity() == Validity.IOC
                && "MCX".equals(ticket.instrument().exchange())) {
            return Optional.of(input("IOC orders are not allowed on MCX via API."));
        }
        return unless(ticket.validity() != Validity.TTL || minutes >= 1)
                .map(_ -> input("Invalid `validity_ttl`: must be at least 1 minute."));
    }

    private static Optional<Refusal> hours(OrderTicket ticket, Facts facts) {
        boolean later = ticket.variety() == Variety.AMO;
        return unless(facts.open != later)
                .map(_ -> Refusal.preCheck(
                        ORDER,
                        later
                                ? "After market orders are not accepted while the market is open."
                                : "Markets are closed right now. Use variety amo for the next session."));
    }

    private static Optional<Refusal> freeze(OrderTicket ticket, Facts facts) {
        long most = ticket.instrument().freezeQuantity();
        return unless(ticket.quantity() <= most || ticket.autoslice())
                .map(_ -> input("Quantity %d exceeds the freeze quantity of %d for %s."
                        .formatted(ticket.quantity(), most, ticket.instrument().key())));
    }

    private static Optional<Refusal> circuit(OrderTicket ticket, Facts facts) {
        BigDecimal lower = facts.market.lowerCircuit();
        BigDecimal upper = facts.market.upperCircuit();
        if (upper.signum() == 0) {
            return Optional.empty();
        }
        return unless(within(ticket.price(), lower, upper) && within(ticket.trigger(), lower, upper))
                .map(_ -> input("Price is outside the circuit limits: %s to %s."
                        .formatted(lower.toPlainString(), upper.toPlainString())));
    }

    private static boolean within(BigDecimal price, BigDecimal lower, BigDecimal upper) {
        return price.signum() == 0 || price.compareTo(lower) >= 0 && price.compareTo(upper) <= 0;
    }

    private static Optional<Refusal> triggerSide(OrderTicket ticket, Facts facts) {
        if (!ticket.type().triggered()) {
            return Optional.empty();
        }
        return facts.market
                .lastPrice()
                .filter(last ->
                        ticket.trigger().subtract(last).signum() * ticket.side().sign() <= 0)
                .map(_ -> Refusal.row(
                        ORDER,
                        "Trigger price for stoploss %s orders should be %s than the last traded price."
                                .formatted(word(ticket.side()), ticket.side() == Side.BUY ? "higher" : "lower")));
    }

    private static Optional<Refusal> holdings(OrderTicket ticket, Facts facts) {
        long short_ = deliverySale(ticket) - facts.dayBought - facts.sellable;
        return unless(short_ <= 0)
                .map(_ -> Refusal.row(
                        HOLDING,
                        "Insufficient stock holding: %d shares are missing to sell %d."
                                .formatted(short_, ticket.quantity())));
    }

    private static Optional<Refusal> authorisation(OrderTicket ticket, Facts facts) {
        long needed = Math.min(deliverySale(ticket) - Math.max(0, facts.dayBought), facts.toDeliver);
        return unless(needed <= 0)
                .map(_ -> new Refusal(
                        HOLDING,
                        AUTHORISATION_NEEDED,
                        "%d quantity needs authorisation at depository.".formatted(needed),
                        Refusal.Form.PRE_CHECK));
    }

    private static long deliverySale(OrderTicket ticket) {
        return ticket.side() == Side.SELL && ticket.product().delivery() ? ticket.quantity() : 0;
    }

    private static Optional<Refusal> margin(OrderTicket ticket, Facts facts) {
        return unless(facts.required.compareTo(facts.available) <= 0)
                .map(_ -> Refusal.preCheck(
                        MARGIN,
                        ("Insufficient funds. Required margin is %.2f but available margin is %.2f."
                                        + " Check the orderbook for open orders.")
                                .formatted(facts.required, facts.available)));
    }

    private static Refusal input(String message) {
        return Refusal.preCheck(INPUT, message);
    }

    private static String word(Side side) {
        return side == Side.BUY ? "buy" : "sell";
    }

    /// Present when the condition does not hold.
    private static Optional<Boolean> unless(boolean condition) {
        return condition ? Optional.empty() : Optional.of(true);
    }
}
