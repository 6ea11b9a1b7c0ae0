package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Instant;

/// One fill.
public record TradeRow(
        String tradeId,
        String orderId,
        String exchangeOrderId,
        SimulatedInstrument instrument,
        Product product,
        Side side,
        BigDecimal price,
        long quantity,
        Instant at) {}
