package io.alphapanda.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IdsTest {

    /// The thread from a tick to a fill, in one lane.
    record Cause(StreamId stream, StrategyId strategy, InstrumentId instrument, long ordinal, Broker broker) {

        List<String> ids(int leg, int version) {
            var signal = Ids.signal(stream, strategy, instrument, ordinal);
            var copy = Ids.laneSignal(signal, broker);
            var order = Ids.order(copy, leg);
            return List.of(
                    signal,
                    copy,
                    Ids.validated(copy),
                    Ids.rejected(copy),
                    order,
                    Ids.orderEvent(order, version),
                    Ids.fill(order, version));
        }
    }

    @Test
    void everyIdIsReadFromItsCause() {
        var cause = new Cause(
                new StreamId("nse-1"),
                new StrategyId("momentum"),
                InstrumentId.of("NSE:TCS"),
                4711,
                new Broker("paper"));
        assertThat(cause.ids(1, 2))
                .containsExactly(
                        "nse-1/momentum/NSE:TCS/4711",
                        "nse-1/momentum/NSE:TCS/4711@paper",
                        "nse-1/momentum/NSE:TCS/4711@paper/validated",
                        "nse-1/momentum/NSE:TCS/4711@paper/rejected",
                        "nse-1/momentum/NSE:TCS/4711@paper/1",
                        "nse-1/momentum/NSE:TCS/4711@paper/1/v2",
                        "nse-1/momentum/NSE:TCS/4711@paper/1/fill/2");
    }

    @Test
    void aBatchIsNamedByItsPlaceInItsShard() {
        assertThat(Ids.batch(batch(new StreamId("nse-1"), 3, new BatchSequence(7, 42))))
                .isEqualTo("nse-1/equity/3/7/42");
    }

    @Test
    void noIdIsLongerThanTheDoorsLetIn() {
        var longest = new Cause(
                new StreamId("s".repeat(48)),
                new StrategyId("s".repeat(40)),
                new InstrumentId("V".repeat(12), "S".repeat(32)),
                Long.MAX_VALUE,
                new Broker("b".repeat(24)));
        assertThat(longest.ids(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .allSatisfy(id -> assertThat(id).hasSizeLessThanOrEqualTo(Ids.MAX_LENGTH));
        var batch = batch(longest.stream(), Integer.MAX_VALUE, new BatchSequence(Long.MAX_VALUE, Long.MAX_VALUE));
        assertThat(Ids.batch(batch)).hasSizeLessThanOrEqualTo(Ids.MAX_LENGTH);
    }

    @Property
    void differentCausesNeverShareAnId(@ForAll("causes") Cause one, @ForAll("causes") Cause other) {
        var ids = new HashSet<>(one.ids(1, 1));
        assertThat(ids).as("ids of one cause").hasSize(7);
        if (sameIdea(one, other)) {
            ids.remove(one.ids(1, 1).getFirst());
        }
        if (!one.equals(other)) {
            assertThat(ids).doesNotContainAnyElementsOf(other.ids(1, 1));
        } else {
            assertThat(ids).isSubsetOf(other.ids(1, 1));
        }
        assertThat(one.ids(1, 1)).doesNotContainAnyElementsOf(one.ids(2, 2).subList(4, 7));
    }

    @Property
    void twoRunsOfTheSameTicksDifferInTheStreamsNameAlone(@ForAll("causes") Cause cause) {
        var again = new Cause(
                new StreamId("another-run"), cause.strategy(), cause.instrument(), cause.ordinal(), cause.broker());
        assertThat(again.ids(1, 1).stream().map(id -> id.substring(id.indexOf('/'))))
                .isEqualTo(cause.ids(1, 1).stream()
                        .map(id -> id.substring(id.indexOf('/')))
                        .toList());
    }

    private static boolean sameIdea(Cause one, Cause other) {
        return one.ids(1, 1).getFirst().equals(other.ids(1, 1).getFirst());
    }

    /// Few names, some beginnings of others, so that causes meet.
    @Provide
    Arbitrary<Cause> causes() {
        return Combinators.combine(
                        Arbitraries.of("nse", "nse-1", "nse-1.1", "1").map(StreamId::new),
                        Arbitraries.of("rsi", "rsi-1", "equity").map(StrategyId::new),
                        Arbitraries.of("NSE:A", "NSE:A-1", "NSE:1").map(InstrumentId::of),
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.of("a", "a-1", "validated").map(Broker::new))
                .as(Cause::new);
    }

    private static TickBatch batch(StreamId stream, int shard, BatchSequence sequence) {
        return new TickBatch(stream, AssetClass.EQUITY, shard, sequence, Instant.EPOCH, true, List.of());
    }
}
