package io.alphapanda.kite.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.failure.Refusal;
import io.alphapanda.kite.failure.WriteOutcome.Accepted;
import io.alphapanda.kite.failure.WriteOutcome.Refused;
import io.alphapanda.kite.failure.WriteOutcome.Unknown;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.json.UnreadableException;
import io.alphapanda.kite.order.OrderStatus.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Kite says of orders, and what is made of it.
class OrderRowsTest {

    @ParameterizedTest
    @CsvSource({
        "COMPLETE, TERMINAL",
        "CANCELLED, TERMINAL",
        "CANCELLED AMO, TERMINAL",
        "REJECTED, TERMINAL",
        "LAPSED, TERMINAL",
        "OPEN, WORKING",
        "TRIGGER PENDING, WORKING",
        "AMO REQ RECEIVED, WORKING",
        "PUT ORDER REQ RECEIVED, INTERIM",
        "VALIDATION PENDING, INTERIM",
        "OPEN PENDING, INTERIM",
        "MODIFY VALIDATION PENDING, INTERIM",
        "MODIFY PENDING, INTERIM",
        "MODIFIED, INTERIM",
        "CANCEL PENDING, INTERIM",
        "UPDATE, INTERIM",
        "QUANTUM PENDING, UNKNOWN",
        "complete, UNKNOWN",
        "REJECTED BY SOMEBODY, UNKNOWN"
    })
    void aStatusHasAPhaseAndAnUnknownOneIsAlive(String text, Phase phase) {
        var status = Rows.order("\"status\":\"" + text + "\"").status();

        assertThat(status.text()).isEqualTo(text);
        assertThat(status.phase()).isEqualTo(phase);
        assertThat(status.isTerminal()).isEqualTo(phase == Phase.TERMINAL);
    }

    @Test
    void numbersMayComeAsFloatsOrTexts() {
        var order = Rows.order("\"quantity\":1500.0,\"average_price\":\"156.70\",\"instrument_token\":\"408065\","
                + "\"order_id\":1953341975595868160");

        assertThat(order.quantity()).isEqualByComparingTo("1500");
        assertThat(order.averagePrice()).isEqualTo(new BigDecimal("156.70"));
        assertThat(order.instrumentToken().orElseThrow().value()).isEqualTo(408065);
        assertThat(order.orderId()).hasToString("1953341975595868160");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"filled_quantity\":null",
                "\"status\":null",
                "\"status\":\"\"",
                "\"order_id\":null",
                "\"average_price\":null",
                "\"average_price\":\"cheap\"",
                "\"average_price\":1e999999999",
                "\"transaction_type\":\"HOLD\"",
                "\"order_timestamp\":\"yesterday\"",
                "\"exchange\":null"
            })
    void aRowThatWouldHaveToBeGuessedIsUnreadableAndItsValueIsNotRepeated(String odd) {
        assertThatThrownBy(() -> Rows.order(odd))
                .isInstanceOf(UnreadableException.class)
                .message()
                .startsWith("data does not fit at ")
                .doesNotContain("cheap", "HOLD", "yesterday", "999999999");
    }

    @Test
    void aMissingKeyThatMattersIsUnreadable() {
        assertThatThrownBy(() -> KiteJson.listOf(KiteOrder.class)
                        .of(KiteJson.tree("{\"data\":[{\"order_id\":\"1\",\"status\":\"OPEN\"}]}".getBytes(UTF_8))
                                .get("data")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("data does not fit at [0]");
    }

    @Test
    void aSplitOrderInItsTwoShapes() {
        var parts = "[{\"order_id\":\"11\"},{\"error\":{\"code\":400,\"error_type\":\"MarginException\","
                + "\"message\":\"Insufficient funds.\",\"data\":null}},{\"error\":{\"code\":503,"
                + "\"error_type\":\"NetworkException\",\"message\":\"no OMS\"}}]";

        var flat = placed(parts);
        var nested = placed("{\"order_id\":\"10\",\"children\":" + parts + "}");

        assertThat(flat.orderId()).isEmpty();
        assertThat(nested.orderId()).contains(new BrokerOrderId("10"));
        assertThat(nested.slices()).isEqualTo(flat.slices()).hasSize(3);
        assertThat(flat.slices().get(0)).isEqualTo(new Accepted<>(new BrokerOrderId("11")));
        assertThat(flat.slices().get(1)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().kind())
                .isEqualTo(Refusal.Kind.INSUFFICIENT_FUNDS));
        assertThat(flat.slices().get(2)).isEqualTo(new Unknown<>("HTTP 503 NetworkException: no OMS"));
        assertThat(placed("{\"order_id\":\"10\",\"children\":[]}").slices()).isEmpty();
        assertThat(placed("{\"order_id\":\"10\"}").orderId()).contains(new BrokerOrderId("10"));
    }

    @Test
    void aTradeSaysWhenItsOrderWasTakenWithOrWithoutTheDay() {
        var rest = "\"trade_id\":\"7\",\"order_id\":\"1\",\"exchange\":\"NSE\",\"tradingsymbol\":\"INFY\","
                + "\"transaction_type\":\"SELL\",\"quantity\":1,\"average_price\":5}";

        assertThat(trade("{\"order_timestamp\":\"2026-11-26 09:16:39\"," + rest).orderedAt())
                .contains(Instant.parse("2026-11-26T03:46:39Z"));
        assertThat(trade("{\"order_timestamp\":\"09:16:39\",\"fill_timestamp\":\"2026-11-26 09:16:40\"," + rest)
                        .orderedAt())
                .contains(Instant.parse("2026-11-26T03:46:39Z"));
        assertThat(trade("{\"order_timestamp\":null," + rest).orderedAt()).isEqualTo(Optional.empty());
    }

    private static Placed placed(String data) {
        return Placed.shape(Masking.NONE)
                .of(KiteJson.tree(("{\"data\":" + data + "}").getBytes(UTF_8)).get("data"));
    }

    private static KiteTrade trade(String json) {
        return KiteJson.one(KiteTrade.class).of(KiteJson.tree(json.getBytes(UTF_8)));
    }
}
