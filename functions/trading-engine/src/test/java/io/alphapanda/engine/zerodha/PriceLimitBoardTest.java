package io.alphapanda.engine.zerodha;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.live.PriceLimits;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.market.Ohlc;
import io.alphapanda.kite.market.Quote;
import io.alphapanda.stage.meter.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What an account knows of Kite's circuit limits, and when it asks for them again.
class PriceLimitBoardTest {

    private static final Listing TCS = Listing.of("NSE:TCS");
    private static final Listing INFY = Listing.of("NSE:INFY");
    private static final Price INSIDE = Price.of("100");
    private static final Price OUTSIDE = Price.of("120.05");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<List<Listing>> questions = new ArrayList<>();
    private final Map<Listing, Quote> quoted = new HashMap<>(Map.of(TCS, quote("80", "120"), INFY, quote("90", "110")));
    private Instant now = Instant.parse("2026-03-09T04:00:00Z");
    private boolean mayAsk = true;
    private final PriceLimitBoard board = board("zerodha");

    private PriceLimitBoard board(String lane) {
        return new PriceLimitBoard(
                new Broker(lane), _ -> Uni.createFrom().item(mayAsk), new Meters(registry), () -> now);
    }

    @Test
    void limitsAreAskedForOnceAndLetPricesPassForAMinute() {
        assertThat(find(TCS, INSIDE)).contains(limits("80", "120"));
        now = now.plusSeconds(59);
        assertThat(find(TCS, INSIDE)).contains(limits("80", "120"));
        assertThat(questions).containsExactly(List.of(TCS));

        now = now.plusSeconds(1);
        quoted.put(TCS, quote("85", "125"));
        assertThat(find(TCS, INSIDE)).contains(limits("85", "125"));
        assertThat(questions).hasSize(2);
    }

    @Test
    void aPriceIsNotOutsideLimitsThatAreSecondsOld() {
        find(TCS, INSIDE);
        now = now.plusSeconds(1);
        assertThat(find(TCS, OUTSIDE)).contains(limits("80", "120"));
        assertThat(questions).hasSize(1);

        now = now.plusSeconds(1);
        quoted.put(TCS, quote("70", "130"));
        assertThat(find(TCS, OUTSIDE)).contains(limits("70", "130"));
        assertThat(questions).hasSize(2);
    }

    @Test
    void aClockThatIsSetBackMakesNoLimitsYoungerAndNoPauseLonger() {
        find(TCS, INSIDE);
        now = now.minusSeconds(600);
        quoted.put(TCS, quote("85", "125"));

        assertThat(find(TCS, INSIDE)).contains(limits("85", "125"));
        assertThat(questions).hasSize(2);

        board.find(INFY, INSIDE, _ -> Uni.createFrom().failure(new IllegalStateException("503")))
                .await()
                .atMost(PATIENCE);
        now = now.minusSeconds(600);
        assertThat(find(INFY, INSIDE)).contains(limits("90", "110"));
    }

    @Test
    void oldLimitsThatCantBeReadAnewRefuseNothing() {
        find(TCS, INSIDE);
        now = now.plusSeconds(10);
        mayAsk = false;

        assertThat(find(TCS, OUTSIDE)).isEmpty();
        assertThat(find(TCS, INSIDE)).contains(limits("80", "120"));
        assertThat(unknown("zerodha")).isOne();
    }

    @Test
    void aQuestionIsForEveryInstrumentThatWasOfInterest() {
        find(TCS, INSIDE);
        now = now.plusSeconds(61);
        find(INFY, INSIDE);
        assertThat(find(TCS, INSIDE)).contains(limits("80", "120"));

        assertThat(questions).containsExactly(List.of(TCS), List.of(TCS, INFY));
    }

    @Test
    void anInstrumentWithoutLimitsIsKnownToHaveNone() {
        quoted.put(TCS, quote("0", "0"));

        assertThat(find(TCS, OUTSIDE)).isEmpty();
        assertThat(find(TCS, OUTSIDE)).isEmpty();
        assertThat(questions).hasSize(1);
        assertThat(unknown("zerodha")).isZero();
    }

    @Test
    void anInstrumentThatIsNotQuotedIsUnknown() {
        quoted.remove(TCS);

        assertThat(find(TCS, INSIDE)).isEmpty();
        assertThat(unknown("zerodha")).isOne();
    }

    @Test
    void aQuestionThatFailsIsNotRepeatedAtOnceAndThenIs() {
        var failing = new ArrayList<Collection<Listing>>();
        for (int i = 0; i < 3; i++) {
            assertThat(board.find(TCS, INSIDE, listings -> {
                                failing.add(listings);
                                return Uni.createFrom().failure(new IllegalStateException("503"));
                            })
                            .await()
                            .atMost(PATIENCE))
                    .isEmpty();
        }
        assertThat(failing).hasSize(1);
        assertThat(unknown("zerodha")).isEqualTo(3);

        now = now.plusSeconds(5);
        assertThat(find(TCS, INSIDE)).contains(limits("80", "120"));
    }

    @Test
    void aQuestionWithoutAnAnswerHoldsNobodyUpAndServesTheNext() {
        var late = new CompletableFuture<Map<Listing, Quote>>();
        var began = System.nanoTime();

        assertThat(board.find(TCS, INSIDE, _ -> Uni.createFrom().completionStage(late))
                        .await()
                        .atMost(PATIENCE))
                .isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));

        late.complete(Map.of(TCS, quote("80", "120")));
        assertThat(find(TCS, INSIDE)).contains(limits("80", "120"));
        assertThat(questions).isEmpty();
    }

    @Test
    void whoComesWhileAQuestionIsUnderWayWaitsForItsAnswer() {
        var answer = new CompletableFuture<Map<Listing, Quote>>();
        var first = board.find(TCS, INSIDE, _ -> Uni.createFrom().completionStage(answer))
                .subscribeAsCompletionStage();
        var second = board.find(TCS, INSIDE, this::answer).subscribeAsCompletionStage();

        answer.complete(Map.of(TCS, quote("80", "120")));

        assertThat(first.join()).contains(limits("80", "120"));
        assertThat(second.join()).contains(limits("80", "120"));
        assertThat(questions).isEmpty();
    }

    @Test
    void twoLanesKnowNothingOfEachOther() {
        find(TCS, INSIDE);
        var other = board("zerodha-2");
        quoted.put(TCS, quote("81", "119"));

        assertThat(other.find(TCS, INSIDE, this::answer).await().atMost(PATIENCE))
                .contains(limits("81", "119"));
        assertThat(find(TCS, INSIDE)).contains(limits("80", "120"));
        mayAsk = false;
        other.find(INFY, INSIDE, this::answer).await().atMost(PATIENCE);
        assertThat(unknown("zerodha-2")).isOne();
        assertThat(unknown("zerodha")).isZero();
    }

    private Optional<PriceLimits> find(Listing listing, Price price) {
        return board.find(listing, price, this::answer).await().atMost(PATIENCE);
    }

    private Uni<Map<Listing, Quote>> answer(Collection<Listing> asked) {
        questions.add(List.copyOf(asked));
        var answer = new HashMap<>(quoted);
        answer.keySet().retainAll(asked);
        return Uni.createFrom().item(answer);
    }

    private int unknown(String lane) {
        return (int) registry.get(PriceLimitMeters.UNKNOWN.name())
                .tag("lane", lane)
                .counter()
                .count();
    }

    private static PriceLimits limits(String lowest, String highest) {
        return new PriceLimits(new BigDecimal(lowest), new BigDecimal(highest));
    }

    private static Quote quote(String lower, String upper) {
        var zero = BigDecimal.ZERO;
        var ohlc = new Ohlc(zero, zero, zero, zero);
        return new Quote(
                new InstrumentToken(2953217),
                Optional.empty(),
                Optional.empty(),
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                new BigDecimal(lower),
                new BigDecimal(upper),
                ohlc,
                Optional.empty());
    }
}
