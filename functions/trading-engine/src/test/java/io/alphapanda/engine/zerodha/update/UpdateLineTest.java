package io.alphapanda.engine.zerodha.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.kite.Secret;
import io.alphapanda.kite.TickerSockets;
import io.alphapanda.kite.ticker.Reconnect;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.SimulatorOptions;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.stage.testing.Await;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A connection for order updates at a ticker that behaves, and at one that does not.
class UpdateLineTest {

    private static final String USER = "AB1234";
    private static final Vertx VERTX = Vertx.vertx();

    private static final UpdateLine.Terms IMPATIENT = new UpdateLine.Terms(
            new Reconnect(Duration.ofMillis(10), Duration.ofMillis(80)), Duration.ofMillis(800), Duration.ofMillis(10));

    private final KiteSimulator simulator = KiteSimulator.start(SimulatorOptions.of(
                    List.of(SimulatedInstrument.equity("NSE", "TCS", 2953217, "100")),
                    AccountSpec.of(USER, "thekey", "thesecret"))
            .withTicker(Duration.ZERO, Duration.ofMillis(50)));
    private final TickerSockets sockets = new TickerSockets(VERTX);
    private final FakeLogins logins = new FakeLogins();
    private final Heard heard = new Heard();
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger failingTries = new AtomicInteger();
    private final UpdateLine line = new UpdateLine("zerodha", logins, this::open, heard, IMPATIENT);

    /// What the line has told.
    private static final class Heard implements UpdateLine.Listener {

        private final AtomicInteger connections = new AtomicInteger();
        private final AtomicInteger changes = new AtomicInteger();

        @Override
        public void connected() {
            connections.incrementAndGet();
        }

        @Override
        public void changed(boolean readable) {
            changes.incrementAndGet();
        }
    }

    @AfterEach
    void end() {
        line.close();
        sockets.close();
        simulator.close();
    }

    @AfterAll
    static void endVertx() {
        VERTX.close();
    }

    private Future<WebSocket> open(Secret address) {
        tries.incrementAndGet();
        return failingTries.getAndDecrement() > 0
                ? Future.failedFuture(new IOException("no route to host"))
                : sockets.open(address);
    }

    private void somebodyIsLoggedIn(long version) {
        logins.is(version, simulator.tickerUrl() + "?api_key=thekey&access_token=" + simulator.accessToken(USER));
    }

    private void lookUntil(String what, BooleanSupplier condition) {
        Await.until(what, () -> {
            line.look();
            return condition.getAsBoolean();
        });
    }

    private void connects() {
        somebodyIsLoggedIn(1);
        lookUntil("it stands", line::isUp);
        Await.until("the simulator has it", () -> simulator.tickerConnections(USER) == 1);
    }

    @Test
    void wordOfAnOrderIsHeardAndOtherWordsAreTolerated() {
        connects();
        simulator.sendMessage(USER, "error", "something is wrong");
        simulator.sendMessage(USER, "message", "markets close early");
        simulator.sendMessage(USER, "weather", "rain");
        simulator.sendMessage(USER, "order", "of a shape nobody knows");

        Await.until("the order's word is heard", () -> heard.changes.get() == 1);
        assertThat(line.isUp()).isTrue();
        assertThat(heard.connections).hasValue(1);
    }

    @Test
    void droppedConnectionComesBackAndIsToldAgain() {
        connects();
        for (int times = 2; times <= 4; times++) {
            int expected = times;
            simulator.dropTickers(USER);
            lookUntil("it is told again", () -> heard.connections.get() == expected);
        }
        assertThat(logins.refusals()).isEmpty();
    }

    @Test
    void muteConnectionIsReplacedThoughItStands() {
        simulator.faults().arm(new Fault.MuteTicker()).next(1);
        connects();

        lookUntil("there is another", () -> heard.connections.get() == 2);

        Await.until("the mute one is gone", () -> simulator.tickerConnections(USER) == 1);
    }

    @Test
    void refusedLoginIsTriedOnceAndTheNextOneAgain() {
        var refusal = simulator.faults().arm(new Fault.RefuseTicker()).always();
        somebodyIsLoggedIn(1);
        lookUntil("it is refused", () -> !logins.refusals().isEmpty());
        looksOften();
        logins.isNobody();
        looksOften();
        somebodyIsLoggedIn(1);
        looksOften();
        assertThat(refusal.hits()).isOne();

        refusal.disarm();
        somebodyIsLoggedIn(2);

        lookUntil("the next login stands", line::isUp);
        assertThat(logins.refusals()).containsExactly(1L);
        assertThat(tries).hasValue(2);
    }

    @Test
    void refusedLoginThatIsAliveElsewhereIsNotTriedAgainEither() {
        var refusal = simulator.faults().arm(new Fault.RefuseTicker()).always();
        logins.rules(Uni.createFrom().item(false));
        somebodyIsLoggedIn(1);
        lookUntil("it is refused", () -> !logins.refusals().isEmpty());

        looksOften();

        assertThat(refusal.hits()).isOne();
        assertThat(logins.refusals()).containsExactly(1L);
    }

    @Test
    void refusalThatCouldNotBeExaminedIsExaminedLater() {
        simulator.faults().arm(new Fault.RefuseTicker()).next(2);
        logins.rules(Uni.createFrom().failure(new IOException("the broker is away")));
        somebodyIsLoggedIn(1);

        lookUntil("it stands in the end", line::isUp);

        assertThat(logins.refusals()).containsExactly(1L, 1L);
    }

    @Test
    void whileNobodyIsLoggedInNothingIsTried() {
        looksOften();
        assertThat(tries).hasValue(0);

        connects();
        assertThat(tries).hasValue(1);
    }

    @Test
    void logoutEndsTheConnectionAndTheNextLoginHasItsOwn() {
        connects();
        logins.isNobody();
        lookUntil("it is gone", () -> simulator.tickerConnections(USER) == 0);
        assertThat(line.isUp()).isFalse();

        somebodyIsLoggedIn(2);
        lookUntil("it stands", line::isUp);
        somebodyIsLoggedIn(3);

        lookUntil("the newest login has one", () -> heard.connections.get() == 3);
        Await.until("and no other", () -> simulator.tickerConnections(USER) == 1);
    }

    @Test
    void brokerThatIsAwayIsTriedUntilItIsThere() {
        failingTries.set(6);
        somebodyIsLoggedIn(1);

        lookUntil("it stands", line::isUp);

        assertThat(tries).hasValue(7);
        assertThat(logins.refusals()).isEmpty();
    }

    @Test
    void closedLineStaysClosed() {
        connects();
        line.close();
        Await.until("the connection is gone", () -> simulator.tickerConnections(USER) == 0);

        looksOften();

        assertThat(tries).hasValue(1);
        assertThat(line.isUp()).isFalse();
    }

    /// Through several times at which it would ask and try.
    private void looksOften() {
        long until = System.nanoTime() + 5 * IMPATIENT.backoff().longest().toNanos();
        lookUntil("time has passed", () -> System.nanoTime() - until > 0);
    }
}
