package io.alphapanda.kite.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.kite.Secret;
import io.alphapanda.kite.order.OrderUpdate.Posted;
import io.alphapanda.kite.order.OrderUpdate.Posted.Forged;
import io.alphapanda.kite.order.OrderUpdate.Posted.Genuine;
import io.alphapanda.kite.order.OrderUpdate.Posted.Strange;
import io.alphapanda.kite.order.OrderUpdate.Posted.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether a posted update is Kite's.
class OrderUpdateTest {

    private static final Secret API_SECRET = Secret.of("s3cret");

    /// sha256("1" + "2026-11-26 10:30:00" + "s3cret")
    private static final String CHECKSUM = "afb2b87c2360f304165e05264a266eab7503cef7551b524be275ab37ecd824ea";

    private static final String TIME = "\"order_timestamp\":\"2026-11-26 10:30:00\"";

    @Test
    void anUpdateWithItsChecksumIsGenuine() {
        var posted = posted(TIME + ",\"checksum\":\"" + CHECKSUM + "\",\"user_id\":\"AB1234\",\"app_id\":1");

        assertThat(posted).isInstanceOfSatisfying(Genuine.class, genuine -> assertThat(
                        genuine.update().order().orderId())
                .isEqualTo(new BrokerOrderId("1")));
        assertThat(posted.toString()).doesNotContain(CHECKSUM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TIME + ",\"checksum\":\"\"",
                TIME + ",\"checksum\":null",
                TIME,
                TIME + ",\"checksum\":\"0" + CHECKSUM + "\"",
                "\"order_timestamp\":\"2026-11-26 10:30:01\",\"checksum\":\"" + CHECKSUM + "\"",
                "\"order_id\":\"2\"," + TIME + ",\"checksum\":\"" + CHECKSUM + "\"",
            })
    void anUpdateWithoutItIsNot(String more) {
        assertThat(posted(more)).isEqualTo(new Forged());
    }

    @Test
    void anUpdateOfAnotherAppIsForged() {
        var body = Rows.json(TIME + ",\"checksum\":\"" + CHECKSUM + "\"").getBytes(UTF_8);
        assertThat(OrderUpdate.posted(body, Secret.of("another"))).isEqualTo(new Forged());
    }

    @Test
    void whatIsNoUpdateIsUnreadable() {
        assertThat(OrderUpdate.posted("hello".getBytes(UTF_8), API_SECRET)).isInstanceOf(Unreadable.class);
        assertThat(OrderUpdate.posted(new byte[0], API_SECRET)).isInstanceOf(Unreadable.class);
    }

    @Test
    void anUpdateOfAShapeNobodyDocumentedIsKitesAllTheSame() {
        assertThat(posted(TIME + ",\"checksum\":\"" + CHECKSUM + "\",\"filled_quantity\":null"))
                .isInstanceOf(Strange.class);
    }

    private static Posted posted(String more) {
        return OrderUpdate.posted(Rows.json(more).getBytes(UTF_8), API_SECRET);
    }
}
