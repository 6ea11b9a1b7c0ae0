package io.alphapanda.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// When a market is open, and to which trading day a moment belongs.
public interface MarketCalendar {

    /// The zone whose midnight starts a trading day.
    ZoneId zone();

    boolean isOpen(Instant moment);

    /// Whether it ever closes.
    default boolean hasHours() {
        return true;
    }

    /// The next moment at or after `moment` at which trading is possible; empty when none is known within a year.
    Optional<Instant> nextOpen(Instant moment);

    /// The trading day `moment` counts to, for daily limits.
    default LocalDate tradingDay(Instant moment) {
        return moment.atZone(zone()).toLocalDate();
    }

    /// A market that never closes, days counted in UTC.
    static MarketCalendar alwaysOpen() {
        return AlwaysOpen.UTC;
    }

    /// Crypto venues and the simulator.
    enum AlwaysOpen implements MarketCalendar {
        UTC;

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public boolean isOpen(Instant moment) {
            return true;
        }

        @Override
        public boolean hasHours() {
            return false;
        }

        @Override
        public Optional<Instant> nextOpen(Instant moment) {
            return Optional.of(moment);
        }
    }
}
