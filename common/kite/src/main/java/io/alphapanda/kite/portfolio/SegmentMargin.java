package io.alphapanda.kite.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alphapanda.kite.json.OrEmpty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/// What can be spent in one segment, in rupees, with the noise of Kite's arithmetic (99725.05000000002). The parts do
/// not add up to `net`, not even in Kite's documentation: use `net`, don't recompute it.
///
/// @param net what is left to trade with
@RegisterForReflection
public record SegmentMargin(boolean enabled, BigDecimal net, Available available, Utilised utilised) {

    @RegisterForReflection
    public record Available(
            @OrEmpty BigDecimal cash,
            @OrEmpty BigDecimal openingBalance,
            @OrEmpty BigDecimal liveBalance,
            @OrEmpty BigDecimal collateral,
            @OrEmpty BigDecimal intradayPayin,
            @OrEmpty BigDecimal adhocMargin) {}

    @RegisterForReflection
    public record Utilised(
            @OrEmpty BigDecimal debits,
            @OrEmpty BigDecimal exposure,
            @OrEmpty @JsonProperty("m2m_realised") BigDecimal m2mRealised,
            @OrEmpty @JsonProperty("m2m_unrealised") BigDecimal m2mUnrealised,
            @OrEmpty BigDecimal optionPremium,
            @OrEmpty BigDecimal payout,
            @OrEmpty BigDecimal span,
            @OrEmpty BigDecimal holdingSales,
            @OrEmpty BigDecimal turnover,
            @OrEmpty BigDecimal liquidCollateral,
            @OrEmpty BigDecimal stockCollateral,
            @OrEmpty BigDecimal delivery) {}
}
