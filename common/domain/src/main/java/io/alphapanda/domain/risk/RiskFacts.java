package io.alphapanda.domain.risk;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.paper.PaperTerms;
import java.time.Instant;
import java.util.Optional;

/// Everything the rules look at besides the signal itself. A fact that could not be established is empty, and denies.
///
/// @param asOf           market time of the decision
/// @param alreadyDecided whether the lane has a decision on this signal
/// @param tradingState   the strictest that applies to the strategy in its lane
/// @param tradesToday    approvals of this strategy on the signal's trading day
/// @param exposure       position and pending quantities of the instrument
/// @param buyingPower    cash not spoken for: cash, less what covers short positions at cost, less what is reserved
/// @param venue          where the instrument trades
/// @param costs          what trading costs at this broker at most
public record RiskFacts(
        Instant asOf,
        Optional<Boolean> alreadyDecided,
        Optional<TradingState> tradingState,
        Optional<Integer> tradesToday,
        Optional<Exposure> exposure,
        Optional<Money> buyingPower,
        Optional<Venue> venue,
        PaperTerms costs) {}
