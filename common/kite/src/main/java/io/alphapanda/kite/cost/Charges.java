package io.alphapanda.kite.cost;

import io.alphapanda.kite.json.OrEmpty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/// What an order costs beside its price, in rupees, unrounded.
///
/// @param transactionTaxType `stt`, `ctt` (commodities), or empty
@RegisterForReflection
public record Charges(
        @OrEmpty BigDecimal transactionTax,
        @OrEmpty String transactionTaxType,
        @OrEmpty BigDecimal exchangeTurnoverCharge,
        @OrEmpty BigDecimal sebiTurnoverCharge,
        @OrEmpty BigDecimal brokerage,
        @OrEmpty BigDecimal stampDuty,
        Gst gst,
        BigDecimal total) {

    /// Goods and services tax.
    @RegisterForReflection
    public record Gst(
            @OrEmpty BigDecimal igst,
            @OrEmpty BigDecimal cgst,
            @OrEmpty BigDecimal sgst,
            @OrEmpty BigDecimal total) {}
}
