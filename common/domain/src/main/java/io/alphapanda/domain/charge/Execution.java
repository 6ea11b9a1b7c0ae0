package io.alphapanda.domain.charge;

import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import java.time.Instant;
import java.time.LocalDate;

/// What is charged for: a whole order, executed or imagined.
///
/// @param venue    where
/// @param side     bought or sold
/// @param price    of one unit; the premium of an option
/// @param quantity units, not lots
/// @param day      trading day; decides the rates
public record Execution(Venue venue, Side side, Price price, Quantity quantity, LocalDate day) {

    /// @param at market time
    public static Execution at(Instant at, Venue venue, Side side, Price price, Quantity quantity) {
        return new Execution(venue, side, price, quantity, venue.calendar().tradingDay(at));
    }

    /// What changed hands; an option's premium.
    public Money turnover() {
        return price.times(quantity);
    }
}
