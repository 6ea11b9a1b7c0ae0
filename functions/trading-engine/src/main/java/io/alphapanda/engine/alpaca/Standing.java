package io.alphapanda.engine.alpaca;

import io.alphapanda.domain.signal.Broker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Whether Alpaca takes the account's keys. Once it has refused them nothing is sent with them, until a look at the
// book
/// once a minute has found them good again.
final class Standing {

    private static final Logger LOG = Logger.getLogger(Standing.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Broker broker;
    private final AtomicReference<@Nullable Refused> refused = new AtomicReference<>();

    Standing(Broker broker) {
        this.broker = broker;
    }

    private record Refused(String words, Instant at) {}

    /// Why no order is to be sent.
    Optional<String> fault() {
        return Optional.ofNullable(refused.get()).map(Refused::words);
    }

    /// Why the book is not to be read now.
    Optional<String> faultOfReading(Instant now) {
        return Optional.ofNullable(refused.get())
                .filter(each -> now.isBefore(each.at().plus(LOOK_AGAIN)))
                .map(Refused::words);
    }

    /// @param why Alpaca's words, without secrets
    void refuse(String why, Instant now) {
        var words = "Alpaca refuses the account's keys (" + why + "); correct them in panda.brokers." + broker
                + ".connection and restart";
        if (refused.getAndSet(new Refused(words, now)) == null) {
            LOG.errorf("keys refused, no orders until Alpaca takes them: broker=%s reason=%s", broker, why);
        }
    }

    void good() {
        if (refused.getAndSet(null) != null) {
            LOG.infof("keys are taken again: broker=%s", broker);
        }
    }
}
