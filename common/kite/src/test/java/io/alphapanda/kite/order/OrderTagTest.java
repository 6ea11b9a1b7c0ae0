package io.alphapanda.kite.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

class OrderTagTest {

    @Property
    void everyIdHasATagThatKiteTakes(@ForAll @NotBlank String id) {
        assertThat(OrderTag.of(id).value()).matches("AP[0-9A-Z]{18}");
        assertThat(OrderTag.of(id)).isEqualTo(OrderTag.of(id));
    }

    /// Written down, because a process of another version must find the orders of this one.
    @Test
    void theTagOfAnIdNeverChanges() {
        assertThat(OrderTag.of("order-1")).hasToString("APQ436FQN98PZA20X55J");
        assertThat(OrderTag.of("order-2")).hasToString("APB5WZ1UIRRPFIPMNWMB");
    }

    @Test
    void ordersThatDifferHaveTagsThatDiffer() {
        var tags = new HashSet<OrderTag>();
        IntStream.range(0, 200_000).forEach(each -> tags.add(OrderTag.of("order-" + each)));
        assertThat(tags).hasSize(200_000);
    }

    @Test
    void aRowIsFoundByItsTagOrAmongItsTagsInEitherCase() {
        var tag = OrderTag.of("order-1");
        var lower = tag.value().toLowerCase(Locale.ROOT);

        assertThat(tag.marks(Rows.order("\"tag\":\"" + tag + "\""))).isTrue();
        assertThat(tag.marks(Rows.order("\"tag\":null,\"tags\":[\"mktp\",\"" + lower + "\"]")))
                .isTrue();
        assertThat(tag.marks(Rows.order("\"tag\":null,\"tags\":null"))).isFalse();
        assertThat(tag.marks(Rows.order("\"tag\":\"" + OrderTag.of("order-2") + "\"")))
                .isFalse();
    }

    @Test
    void aTagKiteWouldRefuseIsNone() {
        assertThatThrownBy(() -> new OrderTag("ABCDEFGHIJKLMNOPQRSTU"))
                .hasMessage("tag 'ABCDEFGHIJKLMNOPQRSTU' must match [A-Za-z0-9]{1,20}");
        assertThatThrownBy(() -> OrderTag.of(" ")).hasMessageContaining("order id is blank");
    }
}
