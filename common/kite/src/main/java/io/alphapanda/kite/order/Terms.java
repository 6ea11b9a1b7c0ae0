package io.alphapanda.kite.order;

import io.alphapanda.domain.money.Price;

/// At what price an order may fill. Each kind carries what Kite demands of it, and nothing else.
public sealed interface Terms {

    /// `order_type` on the wire.
    String wire();

    /// At once, within a protection band.
    record Market(MarketProtection protection) implements Terms {
        @Override
        public String wire() {
            return "MARKET";
        }
    }

    /// At `price` or better.
    record Limit(Price price) implements Terms {
        @Override
        public String wire() {
            return "LIMIT";
        }
    }

    /// Once `trigger` is reached, at `price` or better.
    record StopLimit(Price price, Price trigger) implements Terms {
        @Override
        public String wire() {
            return "SL";
        }
    }

    /// Once `trigger` is reached, at once, within a protection band.
    record StopMarket(Price trigger, MarketProtection protection) implements Terms {
        @Override
        public String wire() {
            return "SL-M";
        }
    }
}
