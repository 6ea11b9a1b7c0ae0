package io.alphapanda.kite.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alphapanda.kite.json.OrEmpty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/// What an order would block, in rupees.
///
/// @param type        `equity`, `commodity`; empty in a basket's totals
/// @param valueAtRisk of shares (`var`)
/// @param total       what must be there
@RegisterForReflection
public record OrderMargin(
        @OrEmpty String type,
        @OrEmpty String exchange,
        @OrEmpty String tradingsymbol,
        @OrEmpty BigDecimal span,
        @OrEmpty BigDecimal exposure,
        @OrEmpty BigDecimal optionPremium,
        @OrEmpty BigDecimal additional,
        @OrEmpty BigDecimal cash,
        @OrEmpty @JsonProperty("var") BigDecimal valueAtRisk,
        @OrEmpty BigDecimal leverage,
        Charges charges,
        BigDecimal total) {}
