package io.alphapanda.kite.order;

/// How long an order waits.
public sealed interface Validity {

    Validity DAY = new Day();
    Validity IOC = new ImmediateOrCancel();

    /// `validity` on the wire.
    String wire();

    /// Until the session ends.
    record Day() implements Validity {
        @Override
        public String wire() {
            return "DAY";
        }
    }

    /// What does not fill at once is cancelled.
    record ImmediateOrCancel() implements Validity {
        @Override
        public String wire() {
            return "IOC";
        }
    }

    /// For some minutes.
    ///
    /// @param minutes 1 or more
    record Minutes(int minutes) implements Validity {
        public Minutes {
            if (minutes < 1) {
                throw new IllegalArgumentException("validity of " + minutes + " minutes must be at least 1");
            }
        }

        @Override
        public String wire() {
            return "TTL";
        }
    }
}
