package io.alphapanda.domain.strategy;

import static io.alphapanda.domain.strategy.Floor.TCS;
import static io.alphapanda.domain.strategy.Floor.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.signal.Signal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The strategy `edges` buys when a bar closes above 110; its reason tells the bar's range and its number of ticks.
class BrainBarsTest {

    private final Floor floor = Floor.with(new Draft("one").interval(Interval.ONE_MINUTE));

    @Test
    void aBarIsObservedWhenTheFirstTickOfALaterIntervalArrives() {
        assertThat(floor.process(tick(TCS, 1, 0, "100"), tick(TCS, 2, 30, "120"), tick(TCS, 3, 59, "111"))
                        .signals())
                .as("above 110, but the minute is not over")
                .isEmpty();
        assertThat(signals(tick(TCS, 4, 60, "105")))
                .as("the tick that closed the bar gives price, time and ordinal")
                .containsExactly("NSE:TCS/4 BUY 105 at 03:46:00Z, bar 100.0..120.0 of 3");
    }

    @Test
    void stayingInTheConditionBarAfterBarIsSilent() {
        assertThat(signals(
                        tick(TCS, 1, 0, "111"),
                        tick(TCS, 2, 60, "111"),
                        tick(TCS, 3, 120, "111"),
                        tick(TCS, 4, 180, "100")))
                .containsExactly("NSE:TCS/2 BUY 111 at 03:46:00Z, bar 111.0..111.0 of 1");
    }

    @Test
    void minutesWithoutTicksAreNoBars() {
        signals(tick(TCS, 1, 0, "100"), tick(TCS, 2, 600, "101"), tick(TCS, 3, 660, "102"));
        assertThat(floor.memories.get(TCS).strategies().get("one").state().window())
                .containsExactly(100.0, 101.0);
    }

    @Test
    void aTickOlderThanTheFormingBarIsFoldedIntoIt() {
        assertThat(signals(
                        tick(TCS, 1, 60, "100"),
                        tick(TCS, 2, 59, "95"),
                        tick(TCS, 3, 0, "111"),
                        tick(TCS, 4, 120, "100")))
                .containsExactly("NSE:TCS/4 BUY 100 at 03:47:00Z, bar 95.0..111.0 of 3");
    }

    @Test
    void theFormingBarIsRememberedBetweenBatches() {
        floor.process(tick(TCS, 1, 61, "100"));
        floor.process(tick(TCS, 2, 62, "99"));
        assertThat(floor.memories.get(TCS).strategies().get("one").forming())
                .isEqualTo(Optional.of(new Bar(Floor.OPEN.plusSeconds(60), 100, 100, 99, 99, 2)));
    }

    @Test
    void fiveMinuteBarsCloseOnTheFive() {
        floor.change(new Draft("one").interval(Interval.FIVE_MINUTES));
        assertThat(signals(tick(TCS, 1, 0, "111"), tick(TCS, 2, 299, "112"), tick(TCS, 3, 300, "100")))
                .containsExactly("NSE:TCS/3 BUY 100 at 03:50:00Z, bar 111.0..112.0 of 2");
    }

    @Test
    void aChangedDefinitionDropsTheFormingBar() {
        floor.process(tick(TCS, 1, 0, "111"));
        floor.change(new Draft("one").interval(Interval.ONE_MINUTE).version(2));
        assertThat(signals(tick(TCS, 2, 60, "100"))).isEmpty();
    }

    private List<String> signals(Tick... ticks) {
        return floor.process(ticks).signals().stream()
                .map(lane -> describe(lane.signal()))
                .toList();
    }

    private static String describe(Signal signal) {
        return signal.instrument() + "/" + signal.tickOrdinal() + " " + signal.side() + " " + signal.referencePrice()
                + " at " + signal.referenceTime().toString().substring(11) + ", " + signal.reason();
    }
}
