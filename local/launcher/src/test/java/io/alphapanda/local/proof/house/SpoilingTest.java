package io.alphapanda.local.proof.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpoilingTest {

    private static final Spoilt WHOLE = new Spoilt(
            "risk-manager",
            "",
            Map.of("ce-id", "a", "ce-lane", "paper", "ce-topic", "paper.signals.raw"),
            "{\"id\":\"7\"}".getBytes(),
            "whole");

    private static List<Spoilt> some(long seed) {
        var spoiling = new Spoiling(new Random(seed));
        var all = new ArrayList<Spoilt>();
        for (int n = 0; n < 500; n++) {
            all.add(spoiling.spoil(WHOLE, n));
        }
        return all;
    }

    @Test
    void eachIsToldApartAndSaysHowItWasSpoilt() {
        assertThat(some(1)).extracting(Spoilt::subject).doesNotHaveDuplicates();
        assertThat(some(1)).extracting(Spoilt::how).allSatisfy(how -> assertThat(how)
                .isNotBlank());
    }

    @Test
    void theSameSeedSpoilsTheSameWay() {
        assertThat(some(3))
                .extracting(Spoilt::toString)
                .isEqualTo(some(3).stream().map(Spoilt::toString).toList());
    }

    @Test
    void stampsStayOrGo() {
        assertThat(some(5)).allSatisfy(each -> {
            assertThat(each.headers().getOrDefault("ce-lane", "paper")).isEqualTo("paper");
            assertThat(each.headers().getOrDefault("ce-topic", "paper.signals.raw"))
                    .isEqualTo("paper.signals.raw");
        });
        assertThat(some(5)).anyMatch(each -> !each.headers().containsKey("ce-lane"));
    }
}
