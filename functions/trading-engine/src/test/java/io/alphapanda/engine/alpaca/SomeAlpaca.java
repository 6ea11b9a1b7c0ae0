package io.alphapanda.engine.alpaca;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.budget.OrderLimits;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/// An account at a simulator, opened as the lane opens it.
final class SomeAlpaca {

    static final Keys KEYS = new Keys(AlpacaSimulator.KEY_ID, AlpacaSimulator.SECRET_KEY);

    private SomeAlpaca() {}

    static AlpacaClient client(URI api, Keys keys, InstantSource clock) {
        var limits = OrderLimits.of(10, 60, 5_000, 25, AlpacaTime.ZONE);
        return AlpacaClient.of(new AlpacaTerms(keys, api, Duration.ofMillis(700), limits), clock);
    }

    static AlpacaBroker broker(URI api, Keys keys, InstantSource clock) {
        var limits = OrderLimits.of(10, 60, 5_000, 25, AlpacaTime.ZONE);
        return new AlpacaBroker(new Broker("alpaca"), client(api, keys, clock), limits, clock);
    }

    static AlpacaBroker broker(AlpacaSimulator simulator) {
        return broker(simulator.address(), KEYS, InstantSource.system());
    }
}
