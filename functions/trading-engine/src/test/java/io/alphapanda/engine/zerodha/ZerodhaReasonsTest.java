package io.alphapanda.engine.zerodha;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.engine.live.LiveBrokers;
import io.alphapanda.engine.zerodha.session.Visit;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever keeps an order from being executed at Zerodha is on the order: a code for programs, and words for people.
@QuarkusTest
@QuarkusTestResource(House.class)
@WithTestResource(SimulatedKite.class)
@TestProfile(Fast.class)
class ZerodhaReasonsTest {

    private static final String LANE = "zerodha";
    private static final Instant SUNDAY = Instant.parse("2026-03-08T05:30:00Z");

    /// A signal that is valid for a minute, by the wall's clock.
    private static final int AHEAD = 600;

    @Inject
    LiveBrokers brokers;

    @Inject
    RedisDataSource redis;

    private final KiteSimulator kite = SimulatedKite.simulator();

    /// What a person sees of an order.
    record Seen(String status, String code, String words) {}

    @BeforeEach
    void aPersonIsLoggedInAndTheMarketIsOpen() {
        kite.faults().clear();
        price("NSE:TCS");
        Ledger.rows("update trading_states set state = 'ACTIVE'");
        Visit.logIn(LANE);
        kite.onTick("NSE:TCS", new BigDecimal("100"), 100_000, Instant.now());
        theDaysInstrumentsAreRead();
    }

    /// The first order of a day waits for the list, which is long, and is late by then on a busy machine.
    private void theDaysInstrumentsAreRead() {
        awaitLimits("NSE:TCS", "100");
    }

    @AfterEach
    void noFaults() {
        kite.faults().clear();
    }

    @Test
    void ordinaryOrderIsFilledAtTheBroker() {
        var signal = ordered(Approvals.one(LANE, "ordinary", Side.BUY, 10));

        awaitStatus(signal, "FILLED");
        assertThat(kite.truth().byTag(tag(signal))).singleElement().satisfies(order -> assertThat(order.filled())
                .isEqualTo(10));
    }

    @Test
    void nobodyIsLoggedIn() {
        Ledger.rows("update broker_sessions set ended_at = now(), ended_why = 'test' where broker = ?", LANE);

        assertThat(end(ordered(Approvals.one(LANE, "nobody", Side.BUY, 10))))
                .isEqualTo(new Seen("FAILED", "SESSION_INVALID", "nobody is logged in at Kite for this account"));
    }

    @Test
    void tokenThatDiedEndsTheSessionAndIsNotTriedAgain() {
        kite.logOutEverywhere(SimulatedKite.USER);

        var first = end(ordered(Approvals.one(LANE, "died-1", Side.BUY, 10)));
        var second = end(ordered(Approvals.one(LANE, "died-2", Side.BUY, 10)));

        assertThat(first.code()).isEqualTo("SESSION_INVALID");
        assertThat(second)
                .isEqualTo(new Seen("FAILED", "SESSION_INVALID", "nobody is logged in at Kite for this account"));
        assertThat(Ledger.count(
                        "select count(*) from alarms where broker = ? and code = 'SESSION_ENDED'"
                                + " and resolved_at is null",
                        LANE))
                .isOne();
    }

    @Test
    void addressThatIsNotRegistered() {
        kite.faults().arm(new Fault.RefuseAddress()).next(1);

        var seen = end(ordered(Approvals.one(LANE, "address", Side.BUY, 10)));

        assertThat(seen.status()).isEqualTo("REJECTED");
        assertThat(seen.code()).isEqualTo("EGRESS_UNREGISTERED");
        assertThat(seen.words()).contains("IP address is not registered");
    }

    @Test
    void moneyThatIsNotThere() {
        kite.faults()
                .arm(new Fault.RefuseBeforeBook(ErrorType.MARGIN, "Insufficient funds. Required margin is 99.5"))
                .next(1);

        var seen = end(ordered(Approvals.one(LANE, "money", Side.BUY, 10)));

        assertThat(seen.code()).isEqualTo("FUNDS_INSUFFICIENT");
        assertThat(seen.words()).contains("Insufficient funds. Required margin is 99.5");
    }

    @Test
    void quantityAboveTheExchangesFreezeQuantity() {
        var seen = end(ordered(Approvals.one(LANE, "freeze", Side.BUY, 100_001)));

        assertThat(seen.code()).isEqualTo("ORDER_REFUSED");
        assertThat(seen.words()).containsIgnoringCase("freeze");
    }

    /// A day's limits are 80 to 120.
    @Test
    void entryDecidedAtAPriceOutsideTheCircuitLimitsNeverLeaves() {
        awaitLimits("NSE:TCS", "120.05");

        var above = ordered(at("NSE:TCS", "outside", "120.05"));

        var seen = end(above);
        assertThat(seen.status() + " " + seen.code()).isEqualTo("FAILED PRICE_OUTSIDE_LIMITS");
        assertThat(seen.words()).contains("NSE:TCS was decided at 120.05, which is above 120, the highest price");
        assertThat(kite.truth().byTag(tag(above))).isEmpty();
    }

    @Test
    void entryDecidedAtACircuitLimitGoes() {
        awaitLimits("NSE:TCS", "120");

        var signal = ordered(at("NSE:TCS", "at-limit", "120"));

        awaitStatus(signal, "FILLED");
    }

    @Test
    void exitGoesWhateverPriceItWasDecidedAt() {
        var entry = ordered(Approvals.one(LANE, "leaving", Side.BUY, 10));
        awaitStatus(entry, "FILLED");
        awaitLimits("NSE:TCS", "500");

        var exit = new Signals(LANE, "leaving");
        exit.next(Side.BUY, 10);
        var out = exit.next(Side.SELL, 10, "500", Signals.TIME);
        assertThat(Approvals.post(out, Optional.of(entry))).isEqualTo(204);

        awaitStatus(out, "FILLED");
    }

    /// Kite has the last word then, and takes a market order.
    @Test
    void limitsThatCantBeReadHoldNobodyUp() {
        kite.faults().arm(Fault.AnswerBefore.unavailable()).at(Endpoint.QUOTE).always();
        price("NSE:WIPRO");
        kite.onTick("NSE:WIPRO", new BigDecimal("100"), 100_000, Instant.now());

        var signal = ordered(at("NSE:WIPRO", "blind", "500"));

        awaitStatus(signal, "FILLED");
        kite.faults().clear();
        awaitLimits("NSE:WIPRO", "100");
    }

    private static LaneSignal at(String instrument, String strategy, String price) {
        return new Signals(LANE, strategy, instrument).next(Side.BUY, 10, price, Signals.TIME);
    }

    private void awaitLimits(String instrument, String price) {
        var broker = brokers.lane(new Broker(LANE)).orElseThrow().broker();
        Await.until("the limits of " + instrument + " are known", () -> broker.priceLimits(
                        InstrumentId.of(instrument), Price.of(price))
                .await()
                .atMost(Duration.ofSeconds(5))
                .isPresent());
    }

    @Test
    void instrumentTheBrokerDoesNotList() {
        price("NSE:NOTLISTED");

        var seen = end(ordered(new Signals(LANE, "listed", "NSE:NOTLISTED").next(Side.BUY, 10)));

        assertThat(seen)
                .isEqualTo(new Seen("FAILED", "INSTRUMENT_NOT_LISTED", "NSE:NOTLISTED is not in Kite's list of today"));
    }

    @Test
    void marketThatIsClosed() {
        assertThat(end(ordered(new Signals(LANE, "closed").next(Side.BUY, 10, "100", SUNDAY)))
                        .code())
                .isEqualTo("MARKET_CLOSED");
    }

    /// `zerodha-2` tells the time by the wall.
    @Test
    void clocksThatDisagreeAndSignalsThatAreOld() {
        var ahead = new Signals("zerodha-2", "ahead", "SIM:ANY")
                .next(Side.BUY, 10, "100", Instant.now().plusSeconds(AHEAD));
        price("SIM:ANY");
        assertThat(end(ordered(ahead)).code()).isEqualTo("CLOCK_SKEWED");

        var old = Approvals.one("zerodha-2", "old", Side.BUY, 10);
        assertThat(end(ordered(old)).code()).isEqualTo("SIGNAL_EXPIRED");
        assertThat(kite.truth().byTag(tag(ahead))).isEmpty();
        assertThat(kite.truth().byTag(tag(old))).isEmpty();
    }

    private void price(String instrument) {
        redis.value(String.class)
                .set(
                        "market:last:" + instrument,
                        "{\"price\":\"100\",\"time\":\"" + Signals.TIME + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
    }

    private static LaneSignal ordered(LaneSignal signal) {
        assertThat(Approvals.post(signal, Optional.empty())).isEqualTo(204);
        return signal;
    }

    private static String tag(LaneSignal signal) {
        return io.alphapanda.kite.order.OrderTag.of(Approvals.order(signal)).value();
    }

    private static void awaitStatus(LaneSignal signal, String status) {
        Await.until(signal.id() + " is " + status, () -> seen(signal).status().equals(status));
    }

    /// How it ended, which was not by being filled.
    private static Seen end(LaneSignal signal) {
        Await.until(signal.id() + " has ended", () -> !seen(signal).code().isEmpty());
        return seen(signal);
    }

    private static Seen seen(LaneSignal signal) {
        var rows = Ledger.rows(
                "select o.status, coalesce(o.failure, ''), coalesce(p.words, '') from orders o"
                        + " left join placements p on p.order_id = o.id where o.id = ?",
                Approvals.order(signal));
        return rows.isEmpty()
                ? new Seen("", "", "")
                : new Seen(
                        rows.getFirst().getFirst(),
                        rows.getFirst().get(1),
                        rows.getFirst().get(2));
    }
}
