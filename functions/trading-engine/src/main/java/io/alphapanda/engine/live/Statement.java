package io.alphapanda.engine.live;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.placement.BrokerOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What came of asking a broker for everything it has of an account: its orders of the day, whoever placed them, and
/// what it holds.
public sealed interface Statement {

    /// It was read, whole.
    ///
    /// @param day    whose orders they are
    /// @param orders with and without a tag
    /// @param held   what is not flat, and may be; several of one instrument add up
    /// @param moving names of instruments that were filled while the lists were read one after the other: what is
    ///               held of them may be of another moment than the orders
    record Read(LocalDate day, List<Line> orders, List<Held> held, Set<String> moving) implements Statement {

        public Read {
            orders = List.copyOf(orders);
            held = List.copyOf(held);
            moving = Set.copyOf(moving);
        }

        /// Of one moment.
        public Read(LocalDate day, List<Line> orders, List<Held> held) {
            this(day, orders, held, Set.of());
        }
    }

    /// It could not be read.
    ///
    /// @param words what was in the way, for people
    record Unreadable(String words) implements Statement {}

    /// An order of the day.
    ///
    /// @param tag as it was placed with; empty if none
    record Line(String tag, Listed listed, Side side, BrokerOrder order) {}

    /// A position, with what was carried over from other days.
    ///
    /// @param averagePrice at which it is held; empty if the broker does not say
    record Held(Listed listed, SignedQuantity quantity, Optional<Price> averagePrice) {}

    /// An instrument.
    ///
    /// @param name       the broker's own
    /// @param instrument the house's, where it has one
    record Listed(String name, Optional<InstrumentId> instrument) {

        public static Listed of(InstrumentId instrument) {
            return new Listed(instrument.toString(), Optional.of(instrument));
        }
    }
}
