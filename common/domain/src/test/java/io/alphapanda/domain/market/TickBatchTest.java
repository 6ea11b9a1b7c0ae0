package io.alphapanda.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickBatchTest {

    private static final Instant TIME = Instant.parse("2026-07-31T04:00:00Z");

    @Test
    void ticksAreCountedFromOne() {
        assertThat(tick(1).ordinal()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> tick(0)).withMessage("tick ordinal 0 must be at least 1");
    }

    @Test
    void aBatchCarriesAtMostFiveHundredTicks() {
        assertThat(batch(0, false, Collections.nCopies(500, tick(1))).ticks()).hasSize(500);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch(0, false, Collections.nCopies(501, tick(1))))
                .withMessage("batch of 501 ticks; at most 500 travel");
    }

    @Test
    void onlyTheClosingBatchMayBeEmpty() {
        assertThat(batch(0, true, List.of()).ticks()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch(0, false, List.of()))
                .withMessage("a batch without ticks must close its stream");
    }

    @Test
    void shardsAreCountedFromZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch(-1, false, List.of(tick(1))))
                .withMessage("batch shard -1 must not be below 0");
    }

    @Test
    void whatIsDoneToTheFeedsListAfterwardsDoesNotReachTheBatch() {
        var gathering = new ArrayList<>(List.of(tick(1)));
        var batch = batch(0, false, gathering);
        gathering.add(tick(2));
        assertThat(batch.ticks()).containsExactly(tick(1));
    }

    @Test
    void aNewPublishersFirstBatchComesAfterEveryBatchOfTheOneBefore() {
        var inOrder = List.of(
                BatchSequence.NONE,
                new BatchSequence(1, 1),
                new BatchSequence(1, 2),
                new BatchSequence(1, Long.MAX_VALUE),
                new BatchSequence(2, 0),
                new BatchSequence(2, 1));
        assertThat(inOrder.reversed().stream().sorted()).isEqualTo(inOrder);
        assertThat(new BatchSequence(7, 42)).hasToString("7/42");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1"})
    void aSequenceIsNeverBelowZero(long epoch, long n) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchSequence(epoch, n))
                .withMessage("batch sequence " + epoch + "/" + n + " must not be below 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "nse-2026-07-31", "2021-06-03.csv-run-2", "0"})
    void aStreamsNameIsItsValue(String name) {
        assertThat(new StreamId(name)).hasToString(name);
    }

    @Test
    void aStreamsNameThatCannotBePartOfAnIdIsRefused() {
        assertThat(new StreamId("s".repeat(48))).hasToString("s".repeat(48));
        var bad = Stream.of("", "-a", ".a", "NSE", "a/b", "a@b", "a:b", "a b", "é", "s".repeat(49));
        assertThat(bad).allSatisfy(name -> assertThatIllegalArgumentException()
                .isThrownBy(() -> new StreamId(name))
                .withMessage("stream '" + name + "' must match [a-z0-9][a-z0-9.-]{0,47}"));
    }

    private static Tick tick(long ordinal) {
        return new Tick(InstrumentId.of("NSE:TCS"), ordinal, TIME, Price.of("100"), Quantity.ZERO, ordinal);
    }

    private static TickBatch batch(int shard, boolean last, List<Tick> ticks) {
        return new TickBatch(
                new StreamId("nse-1"), AssetClass.EQUITY, shard, new BatchSequence(1, 1), TIME, last, ticks);
    }
}
