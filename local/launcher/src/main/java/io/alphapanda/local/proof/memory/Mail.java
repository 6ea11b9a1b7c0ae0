package io.alphapanda.local.proof.memory;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.signal.LaneSignal;
import java.time.Instant;
import java.util.Optional;

/// An event on its way to a stage of a lane, as often as anybody likes to deliver it.
sealed interface Mail {

    String id();

    /// What must be decided before it.
    Optional<String> follows();

    /// A strategy's wish, to risk.
    ///
    /// @param asOf market time at which it is decided
    record Wished(String id, LaneSignal signal, Instant asOf) implements Mail {
        Wished(LaneSignal signal) {
            this(signal.id(), signal, signal.signal().referenceTime());
        }

        @Override
        public Optional<String> follows() {
            return signal.follows();
        }
    }

    /// An approval, to whoever executes.
    record Approved(SignalValidated approval) implements Mail {
        @Override
        public String id() {
            return Ids.validated(approval.signal().id());
        }

        @Override
        public Optional<String> follows() {
            return approval.follows();
        }
    }

    /// A fill, to the books.
    record Executed(OrderFilled filled) implements Mail {
        @Override
        public String id() {
            return Ids.orderEvent(
                    filled.order().request().orderId(), filled.order().version());
        }

        @Override
        public Optional<String> follows() {
            return filled.follows();
        }
    }
}
