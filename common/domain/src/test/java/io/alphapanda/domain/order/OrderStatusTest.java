package io.alphapanda.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderStatusTest {

    /// From each row to each column, in the enum's order: `x` may happen, `.` may not. An order that may have reached
    /// the broker is never intended or sent again.
    private static final String TRANSITIONS = """
                                INTENDED SENDING UNKNOWN SUBMITTED PARTIALLY FILLED CANCELLED REJECTED EXPIRED FAILED
            INTENDED         .        x       .       .         x         x      x         .        x       x
            SENDING          .        .       x       x         x         x      x         x        .       x
            UNKNOWN          .        .       .       x         x         x      x         x        x       x
            SUBMITTED        .        .       .       .         x         x      x         x        x       .
            PARTIALLY_FILLED .        .       .       .         x         x      x         x        x       .
            FILLED           .        .       .       .         .         .      .         .        .       .
            CANCELLED        .        .       .       .         .         .      .         .        .       .
            REJECTED         .        .       .       .         .         .      .         .        .       .
            EXPIRED          .        .       .       .         .         .      .         .        .       .
            FAILED           .        .       .       .         .         .      .         .        .       .
            """;

    @Test
    void anOrderGoesTheseWaysAndNoOther() {
        var allowed = Arrays.stream(OrderStatus.values())
                .map(from -> from + " "
                        + Arrays.stream(OrderStatus.values())
                                .map(to -> from.mayBecome(to) ? "x" : ".")
                                .collect(Collectors.joining(" ")))
                .toList();
        assertThat(allowed)
                .isEqualTo(TRANSITIONS
                        .lines()
                        .skip(1)
                        .map(line -> line.replaceAll(" +", " "))
                        .toList());
    }

    @Test
    void anOrderHasEndedWhenItIsFilledOrHasFailed() {
        assertThat(Arrays.stream(OrderStatus.values()).filter(OrderStatus::isFinal))
                .containsExactly(
                        OrderStatus.FILLED,
                        OrderStatus.CANCELLED,
                        OrderStatus.REJECTED,
                        OrderStatus.EXPIRED,
                        OrderStatus.FAILED);
        assertThat(Arrays.stream(OrderStatus.values()).filter(OrderStatus::isFailure))
                .containsExactly(OrderStatus.CANCELLED, OrderStatus.REJECTED, OrderStatus.EXPIRED, OrderStatus.FAILED);
    }
}
