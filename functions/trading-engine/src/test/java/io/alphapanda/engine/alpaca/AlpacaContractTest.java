package io.alphapanda.engine.alpaca;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.engine.live.LiveBroker;
import io.alphapanda.engine.live.LiveBrokerContract;
import io.alphapanda.stage.testing.House;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Alpaca, simulated, behind the port; each test has a simulator of its own.
@QuarkusTest
@QuarkusTestResource(House.class)
class AlpacaContractTest extends LiveBrokerContract {

    private AlpacaSimulator simulator;
    private AlpacaBroker broker;

    @BeforeEach
    void open() {
        simulator = AlpacaSimulator.start();
        broker = SomeAlpaca.broker(simulator);
    }

    @AfterEach
    void close() {
        broker.close();
        simulator.close();
    }

    @Override
    protected LiveBroker broker() {
        return broker;
    }

    @Override
    protected InstrumentId instrument() {
        return InstrumentId.of("US:BRK.A");
    }

    @Override
    protected Behind behind() {
        return new Behind() {
            @Override
            public long arrived(String tag) {
                return simulator.book().arrived(tag);
            }

            @Override
            public void loseNextAnswer() {
                simulator.next(AlpacaSimulator.Fault.TAKE_THEN_503);
            }

            @Override
            public void loseNextOrder() {
                simulator.next(AlpacaSimulator.Fault.DROP_BEFORE);
            }

            @Override
            public void loseNextCancellationsAnswer() {
                simulator.next(AlpacaSimulator.Fault.TAKE_THEN_503);
            }

            @Override
            public void refuseNextOrder() {
                simulator.next(AlpacaSimulator.Fault.NO_BUYING_POWER);
            }

            @Override
            public void trade(String tag, long quantity) {
                simulator.book().fill(tag, String.valueOf(quantity), "101.25");
            }

            @Override
            public void hide(Part part) {
                simulator.away(part == Part.ORDERS ? "orders" : "account");
            }

            @Override
            public void well() {
                simulator.well();
            }

            @Override
            public void refuseCredentials() {
                simulator.killKeys();
            }

            @Override
            public List<String> secrets() {
                return List.of(AlpacaSimulator.KEY_ID, AlpacaSimulator.SECRET_KEY);
            }
        };
    }
}
