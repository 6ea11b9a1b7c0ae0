package io.alphapanda.feed.kite;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.feed.RecordedDay;
import io.alphapanda.feed.live.LiveTick;
import io.alphapanda.feed.live.LiveTicks;
import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.feed.status.LiveProgress.LeftOut;
import io.alphapanda.kite.ticker.TickerLimits;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Listening to a broker that behaves, and to one that does not.
@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(RecordedDay.class)
class KiteSessionTest {

    private static final InstrumentId INFY = InstrumentId.of("NSE:INFY");

    @Inject
    Vertx vertx;

    @TempDir
    Path cache;

    private Exchange exchange;
    private LiveProgress progress;

    @BeforeEach
    void open() {
        progress = new LiveProgress();
        exchange = new Exchange(vertx, cache, progress);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void ticksComeOfWhatIsListenedToAndTheRestIsNamed() {
        exchange.login();
        try (var source = exchange.source("NSE:INFY", "NSE:NOSUCH", "NSE:NIFTY 50", "NSE:TCS");
                var ticks = listening(source)) {
            exchange.trades("NSE:SBIN", "801", 1);
            exchange.trades("NSE:INFY", "1573.15", 100);

            var tick = await(ticks, each -> each.price().equals(Price.of("1573.15")));

            assertThat(tick.instrument()).isEqualTo(INFY);
            assertThat(tick.volume()).isEqualTo(Quantity.of(100));
            assertThat(tick.time()).isBetween(exchange.now().minusSeconds(60), exchange.now());
            assertThat(progress.watched()).isEqualTo(2);
            assertThat(progress.leftOut())
                    .containsExactly(
                            new LeftOut("NSE:NOSUCH", "not in the list of NSE's instruments of the day"),
                            new LeftOut("NSE:NIFTY 50", "an index is not tradable"));
            Await.until("nothing is in the way", () -> progress.trouble().isEmpty());
        }
        Await.until("nobody is connected", () -> exchange.simulator.tickerConnections(Exchange.USER) == 0);
        assertThat(progress.connections()).isZero();
    }

    @Test
    void aLostConnectionStandsAgainAndSubscribesAnew() {
        exchange.login();
        try (var source = exchange.source("NSE:INFY");
                var ticks = listening(source)) {
            exchange.simulator.dropTickers(Exchange.USER);
            Await.until("it stands again", () -> progress.reconnects() == 1 && progress.connections() == 1);

            tradesUntilHeard(ticks, "1580");

            assertThat(exchange.attempts()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionThatSaysNothingAtAllIsGivenUp() {
        exchange.login();
        exchange.simulator.faults().arm(new Fault.MuteTicker()).next(2);
        try (var source = exchange.source("NSE:INFY");
                var ticks = listening(source)) {
            Await.until("two were given up", () -> progress.mutes() == 2);

            tradesUntilHeard(ticks, "1580");

            assertThat(exchange.attempts()).isEqualTo(3);
        }
    }

    @Test
    void heartbeatsKeepAConnectionButAnOpenMarketWithoutTicksIsAStall() {
        exchange.login();
        exchange.simulator.faults().arm(new Fault.HeartbeatsOnly()).next(1);
        try (var source = exchange.source("NSE:INFY");
                var ticks = listening(source)) {
            Await.until("it counts as stalled", progress::isStalled);
            long frames = progress.frames();
            Await.until("heartbeats go on", () -> progress.frames() > frames + 10);
            assertThat(progress.mutes()).isZero();
            assertThat(progress.stalls()).isOne();
            assertThat(progress.connections()).isOne();

            exchange.simulator.dropTickers(Exchange.USER);
            tradesUntilHeard(ticks, "1580");
            Await.until("ticks come again", () -> !progress.isStalled());
        }
    }

    /// Trying goes on for as long as it takes to look for a login a hundred times, but not with this one.
    @Test
    void aLoginThatIsRefusedAtTheUpgradeIsTriedOnceAndTheNextOneWorks() {
        exchange.login();
        var refusal = exchange.simulator.faults().arm(new Fault.RefuseTicker()).always();
        try (var source = exchange.source("NSE:INFY");
                var ticks = opened(source)) {
            awaitRefusal();
            int asked = exchange.tokens.asked();
            Await.until("a hundred looks", () -> exchange.tokens.asked() > asked + 100);
            assertThat(exchange.attempts()).isOne();
            assertThat(progress.stalls()).as("an open market without ticks").isOne();

            refusal.disarm();
            exchange.login();

            tradesUntilHeard(ticks, "1580");
            assertThat(exchange.attempts()).isEqualTo(2);
        }
    }

    @Test
    void aRefusedLoginIsNotTriedAgainByALaterSession() {
        exchange.login();
        exchange.simulator.faults().arm(new Fault.RefuseTicker()).always();
        try (var source = exchange.source("NSE:INFY")) {
            try (var _ = opened(source)) {
                awaitRefusal();
            }
            try (var _ = opened(source)) {
                int asked = exchange.tokens.asked();
                Await.until("twenty looks", () -> exchange.tokens.asked() > asked + 20);
            }
        }
        assertThat(exchange.attempts()).isOne();
    }

    @Test
    void aLoginThatDiesInTheDayIsTriedOnceWhenTheConnectionIsLost() {
        exchange.login();
        try (var source = exchange.source("NSE:INFY");
                var ticks = listening(source)) {
            exchange.simulator.logOutEverywhere(Exchange.USER);
            exchange.simulator.dropTickers(Exchange.USER);
            awaitRefusal();
            int asked = exchange.tokens.asked();
            Await.until("twenty looks", () -> exchange.tokens.asked() > asked + 20);
            assertThat(exchange.attempts()).isEqualTo(2);

            exchange.login();
            tradesUntilHeard(ticks, "1580");
        }
    }

    @Test
    void withoutALoginNothingIsAsked() {
        var instruments = exchange.simulator
                .faults()
                .arm(new Fault.DropUpdate())
                .at(Endpoint.INSTRUMENTS)
                .always();
        try (var source = exchange.source("NSE:INFY");
                var ticks = opened(source)) {
            Await.until("twenty looks", () -> exchange.tokens.asked() > 20);
            assertThat(progress.trouble()).contains("nobody has logged in to zerodha today; log in");
            assertThat(exchange.attempts()).isZero();
            assertThat(instruments.hits()).isZero();

            exchange.login();
            tradesUntilHeard(ticks, "1580");
        }
    }

    @Test
    void aListOfInstrumentsThatCanNotBeHadIsAskedForAgain() {
        exchange.login();
        exchange.simulator
                .faults()
                .arm(new Fault.AnswerBefore(503, ErrorType.NETWORK, "maintenance"))
                .at(Endpoint.INSTRUMENTS)
                .next(2);
        try (var source = exchange.source("NSE:INFY");
                var ticks = opened(source)) {
            tradesUntilHeard(ticks, "1580");
        }
    }

    @Test
    void packetsNobodyKnowsAreCountedAndTheOthersCome() {
        exchange.login();
        exchange.simulator.faults().arm(new Fault.UnknownPacket(7)).always();
        try (var source = exchange.source("NSE:INFY");
                var ticks = listening(source)) {
            tradesUntilHeard(ticks, "1580");

            assertThat(progress.unknownPackets()).isPositive();
        }
    }

    @Test
    void moreInstrumentsThanOneConnectionCarriesTakeSeveral() {
        exchange.login();
        try (var source = exchange.source(new TickerLimits(3, 2), "NSE:INFY", "NSE:TCS", "NSE:SBIN", "NSE:ITC");
                var ticks = opened(source)) {
            Await.until("both stand", () -> progress.connections() == 2);
            assertThat(progress.wantedConnections()).isEqualTo(2);
            for (var each : List.of("NSE:INFY", "NSE:TCS", "NSE:SBIN", "NSE:ITC")) {
                exchange.trades(each, "500", 1);
                await(ticks, tick -> tick.instrument().toString().equals(each));
            }
            assertThat(exchange.attempts()).isEqualTo(2);
        }
    }

    private void awaitRefusal() {
        Await.until("the login is refused", () -> progress.trouble()
                .filter(each -> each.contains("log in again"))
                .isPresent());
    }

    private LiveTicks opened(KiteSource source) {
        return source.day(exchange.now()).open();
    }

    /// Both sides know of the connection.
    private LiveTicks listening(KiteSource source) {
        var ticks = opened(source);
        Await.until(
                "it is connected",
                () -> progress.connections() == 1 && exchange.simulator.tickerConnections(Exchange.USER) == 1);
        return ticks;
    }

    /// A price that comes before the subscription is heard is shown by the snapshot that follows it.
    private void tradesUntilHeard(LiveTicks ticks, String price) {
        exchange.trades("NSE:INFY", price, 1);
        await(ticks, each -> each.price().equals(Price.of(price)));
    }

    private LiveTick await(LiveTicks ticks, Predicate<LiveTick> wanted) {
        var found = new LiveTick[1];
        Await.until("the tick", () -> {
            var next = ticks.next(Duration.ofMillis(20));
            if (next instanceof LiveTicks.Arrived(var tick) && wanted.test(tick)) {
                found[0] = tick;
            }
            return found[0] != null;
        });
        return found[0];
    }
}
