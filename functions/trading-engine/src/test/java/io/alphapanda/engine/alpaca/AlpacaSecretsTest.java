package io.alphapanda.engine.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.engine.alpaca.AlpacaSimulator.Fault;
import io.alphapanda.stage.testing.House;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The keys are in no log and no text form, with everything logged that can be, whatever goes wrong.
@QuarkusTest
@QuarkusTestResource(House.class)
class AlpacaSecretsTest {

    private static final List<Logger> TALKATIVE = Stream.of(
                    "io.alphapanda", "io.vertx", "io.quarkus.rest", "io.quarkus.vertx", "org.jboss.resteasy")
            .map(Logger::getLogger)
            .toList();

    private final Queue<String> shown = new ConcurrentLinkedQueue<>();
    private final Handler ears = new Handler() {
        @Override
        public void publish(LogRecord line) {
            shown.add(line.getMessage() + " " + Arrays.toString(line.getParameters()));
            if (line.getThrown() != null) {
                var stack = new StringWriter();
                line.getThrown().printStackTrace(new PrintWriter(stack));
                shown.add(stack.toString());
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        ears.setLevel(Level.ALL);
        TALKATIVE.forEach(each -> each.setLevel(Level.FINEST));
        Logger.getLogger("").addHandler(ears);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(ears);
        TALKATIVE.forEach(each -> each.setLevel(null));
    }

    @Test
    void noKeyIsShownWhateverGoesWrong() {
        try (var simulator = AlpacaSimulator.start()) {
            var broker = SomeAlpaca.broker(simulator);
            for (var fault : Fault.values()) {
                simulator.next(fault);
                shown.add(place(broker, fault.name()));
            }
            simulator.away("account");
            shown.add(broker.book().await().atMost(Duration.ofSeconds(20)).toString());
            simulator.killKeys();
            shown.add(place(broker, "dead"));
            shown.add(broker.toString());
            broker.close();
        }

        assertThat(shown).hasSizeGreaterThan(Fault.values().length);
        assertThat(String.join("\n", shown))
                .doesNotContain(AlpacaSimulator.KEY_ID)
                .doesNotContain(AlpacaSimulator.SECRET_KEY);
    }

    private static String place(AlpacaBroker broker, String id) {
        var now = Instant.now();
        var request = new OrderRequest(
                id,
                id,
                id,
                new Broker("alpaca"),
                new StrategyId("test"),
                InstrumentId.of("US:AAPL"),
                Side.BUY,
                Quantity.of(1),
                Price.of("100"),
                now,
                now.plusSeconds(60),
                now);
        return broker.place(request, Tag.of(id), now.plusSeconds(9))
                .await()
                .atMost(Duration.ofSeconds(20))
                .toString();
    }
}
