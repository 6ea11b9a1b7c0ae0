package io.alphapanda.domain.portfolio;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.SignedQuantity;
import java.util.Optional;

/// An open position and what it is worth.
///
/// @param instrument    what is held
/// @param quantity      above zero long, below zero short
/// @param cost          of the open quantity; below zero for a short
/// @param quote         its last price; empty if none is known
/// @param unrealizedPnl value at the price − cost; empty without a price
public record Mark(
        InstrumentId instrument,
        SignedQuantity quantity,
        Money cost,
        Optional<Quote> quote,
        Optional<Money> unrealizedPnl) {}
