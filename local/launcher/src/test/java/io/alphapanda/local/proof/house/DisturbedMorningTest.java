package io.alphapanda.local.proof.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisturbedMorningTest {

    @Test
    void aMorningOfManyFaultsIsPlayedMoreSlowlyForTheMarketCloses() {
        assertThat(DisturbedMorning.speed(70)).isEqualTo(60);
        assertThat(DisturbedMorning.speed(330)).isEqualTo(60);
        assertThat(DisturbedMorning.speed(700)).isEqualTo(28);
        assertThat(DisturbedMorning.speed(1_000_000)).isEqualTo(1);
    }
}
