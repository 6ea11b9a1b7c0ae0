package io.alphapanda.local.kite.server;

import static io.alphapanda.local.kite.server.Json.number;

import io.alphapanda.local.kite.exchange.Charges;
import io.alphapanda.local.kite.exchange.HoldingRow;
import io.alphapanda.local.kite.exchange.India;
import io.alphapanda.local.kite.exchange.OrderRow;
import io.alphapanda.local.kite.exchange.OrderTicket;
import io.alphapanda.local.kite.exchange.PositionRow;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.exchange.TradeRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows of orders, trades, positions and holdings, key for key as recorded from the broker.
final class Rows {
    private Rows() {}

    static Map<String, @Nullable Object> order(OrderRow row) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("account_id", row.userId());
        head(json, row, row.status());
        json.put("modified", row.modified());
        asked(json, row.ticket());
        json.put("validity_ttl", row.ticket().ttl().toMinutes());
        tail(json, row);
        return json;
    }

    /// What a postback and a ticker's order frame carry besides: without keys of the book that they lack.
    ///
    /// @param status as told, for example UPDATE
    static Map<String, @Nullable Object> update(OrderRow row, String status, int appId, String checksum) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("user_id", row.userId());
        json.put("unfilled_quantity", row.ticket().quantity() - row.filled());
        json.put("app_id", appId);
        json.put("checksum", checksum);
        head(json, row, status);
        asked(json, row.ticket());
        tail(json, row);
        return json;
    }

    private static void head(Map<String, @Nullable Object> json, OrderRow row, String status) {
        json.put("placed_by", row.userId());
        json.put("order_id", row.orderId());
        json.put("exchange_order_id", row.exchangeOrderId());
        json.put("parent_order_id", row.parentOrderId());
        json.put("status", status);
        json.put("status_message", row.statusMessage());
        json.put("status_message_raw", row.statusMessageRaw());
        json.put("order_timestamp", India.timestamp(row.placedAt()));
        json.put("exchange_update_timestamp", timestamp(row.exchangeUpdateAt()));
        json.put("exchange_timestamp", timestamp(row.exchangeAt()));
        json.put("variety", row.ticket().variety().text());
    }

    private static void asked(Map<String, @Nullable Object> json, OrderTicket ticket) {
        json.put("exchange", ticket.instrument().exchange());
        json.put("tradingsymbol", ticket.instrument().tradingsymbol());
        json.put("instrument_token", ticket.instrument().token());
        json.put("order_type", ticket.type().text());
        json.put("transaction_type", ticket.side().name());
        json.put("validity", ticket.validity().name());
        json.put("product", ticket.product().name());
        json.put("quantity", ticket.quantity());
        json.put("disclosed_quantity", ticket.disclosed());
        json.put("price", number(ticket.price()));
        json.put("trigger_price", number(ticket.trigger()));
    }

    private static void tail(Map<String, @Nullable Object> json, OrderRow row) {
        json.put("average_price", number(row.averagePrice()));
        json.put("filled_quantity", row.filled());
        json.put("pending_quantity", row.pending());
        json.put("cancelled_quantity", row.cancelled());
        json.put("market_protection", 0);
        json.put("meta", Map.of());
        json.put("tag", row.ticket().tag());
        if (!row.tags().isEmpty()) {
            json.put("tags", row.tags());
        }
        json.put("guid", null);
    }

    static Map<String, @Nullable Object> trade(TradeRow row) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("trade_id", row.tradeId());
        json.put("order_id", row.orderId());
        json.put("exchange", row.instrument().exchange());
        json.put("tradingsymbol", row.instrument().tradingsymbol());
        json.put("instrument_token", row.instrument().token());
        json.put("product", row.product().name());
        json.put("average_price", number(row.price()));
        json.put("quantity", row.quantity());
        json.put("exchange_order_id", row.exchangeOrderId());
        json.put("transaction_type", row.side().name());
        json.put("fill_timestamp", India.timestamp(row.at()));
        json.put("order_timestamp", India.timeOfDay(row.at()));
        json.put("exchange_timestamp", India.timestamp(row.at()));
        return json;
    }

    static Map<String, @Nullable Object> position(PositionRow row) {
        Map<String, @Nullable Object> json = Json.object();
        instrument(json, row.instrument());
        json.put("product", row.product().name());
        json.put("quantity", row.quantity());
        json.put("overnight_quantity", row.overnightQuantity());
        json.put("multiplier", 1);
        json.put("average_price", number(row.averagePrice()));
        json.put("close_price", number(row.close()));
        json.put("last_price", number(row.last()));
        json.put("value", number(row.value()));
        json.put("pnl", number(row.pnl()));
        json.put("m2m", number(row.markToMarket()));
        json.put("unrealised", number(row.pnl()));
        json.put("realised", 0);
        json.put("buy_quantity", row.buyQuantity());
        json.put("buy_price", number(row.buyPrice()));
        json.put("buy_value", number(row.buyValue()));
        json.put("buy_m2m", number(row.buyMarked()));
        json.put("sell_quantity", row.sellQuantity());
        json.put("sell_price", number(row.sellPrice()));
        json.put("sell_value", number(row.sellValue()));
        json.put("sell_m2m", number(row.sellMarked()));
        json.put("day_buy_quantity", row.dayBuyQuantity());
        json.put("day_buy_price", number(row.dayBuyPrice()));
        json.put("day_buy_value", number(row.dayBuyValue()));
        json.put("day_sell_quantity", row.daySellQuantity());
        json.put("day_sell_price", number(row.daySellPrice()));
        json.put("day_sell_value", number(row.daySellValue()));
        return json;
    }

    static Map<String, @Nullable Object> holding(HoldingRow row) {
        BigDecimal change = row.last().subtract(row.close());
        Map<String, @Nullable Object> json = Json.object();
        instrument(json, row.instrument());
        json.put("isin", "");
        json.put("product", "CNC");
        json.put("price", 0);
        json.put("used_quantity", row.used());
        json.put("quantity", row.quantity());
        json.put("t1_quantity", row.t1Quantity());
        json.put("realised_quantity", row.quantity());
        json.put("authorised_quantity", row.authorised());
        json.put("authorised_date", null);
        json.put("opening_quantity", row.opening());
        json.put("short_quantity", 0);
        json.put("collateral_quantity", 0);
        json.put("collateral_type", "");
        json.put("discrepancy", false);
        json.put("average_price", number(row.averagePrice()));
        json.put("last_price", number(row.last()));
        json.put("close_price", number(row.close()));
        json.put("pnl", number(row.pnl()));
        json.put("day_change", number(change));
        json.put("day_change_percentage", number(percent(change, row.close())));
        json.put("mtf", marginTrading());
        return json;
    }

    static Map<String, @Nullable Object> charges(Charges charges) {
        Map<String, @Nullable Object> gst = Json.object();
        gst.put("igst", number(charges.gst()));
        gst.put("cgst", 0);
        gst.put("sgst", 0);
        gst.put("total", number(charges.gst()));
        Map<String, @Nullable Object> json = Json.object();
        json.put("transaction_tax", number(charges.transactionTax()));
        json.put("transaction_tax_type", "stt");
        json.put("exchange_turnover_charge", number(charges.exchangeCharge()));
        json.put("sebi_turnover_charge", number(charges.sebiCharge()));
        json.put("brokerage", number(charges.brokerage()));
        json.put("stamp_duty", number(charges.stampDuty()));
        json.put("gst", gst);
        json.put("total", number(charges.total()));
        return json;
    }

    private static Map<String, @Nullable Object> marginTrading() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("quantity", 0);
        json.put("used_quantity", 0);
        json.put("average_price", 0);
        json.put("value", 0);
        json.put("initial_margin", 0);
        return json;
    }

    private static void instrument(Map<String, @Nullable Object> json, SimulatedInstrument instrument) {
        json.put("tradingsymbol", instrument.tradingsymbol());
        json.put("exchange", instrument.exchange());
        json.put("instrument_token", instrument.token());
    }

    private static BigDecimal percent(BigDecimal change, BigDecimal of) {
        return of.signum() == 0
                ? BigDecimal.ZERO
                : change.multiply(BigDecimal.valueOf(100)).divide(of, 6, RoundingMode.HALF_EVEN);
    }

    static @Nullable String timestamp(@Nullable Instant at) {
        return at == null ? null : India.timestamp(at);
    }
}
