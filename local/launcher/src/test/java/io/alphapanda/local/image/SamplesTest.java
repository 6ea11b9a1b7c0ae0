package io.alphapanda.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void everyFunctionHasEventsOfItsOwnAndEachRunStartsAfresh() {
        for (var function : Samples.FUNCTIONS) {
            var first = new Samples("first").of(function, 3);
            var second = new Samples("second").of(function, 3);
            assertThat(first).hasSize(3).allSatisfy(each -> {
                assertThat(each.success()).isEqualTo(204);
                assertThat(each.headers()).containsKeys("ce-id", "ce-type", "ce-lane", "ce-topic");
            });
            assertThat(first).extracting(each -> each.headers().get("ce-id")).doesNotHaveDuplicates();
            assertThat(first)
                    .extracting(each -> each.headers().get("ce-id"))
                    .doesNotContainAnyElementsOf(second.stream()
                            .map(each -> each.headers().get("ce-id"))
                            .toList());
        }
    }

    @Test
    void aQuestionIsAskedAndAnEventIsPosted() {
        var room = URI.create("http://127.0.0.1:8080");
        assertThat(new Samples("x").of("api", 1).getFirst().to(room).method()).isEqualTo("GET");
        var event = new Samples("x").of("risk-manager", 1).getFirst().to(room);
        assertThat(event.method()).isEqualTo("POST");
        assertThat(event.uri()).hasToString("http://127.0.0.1:8080/");
    }
}
