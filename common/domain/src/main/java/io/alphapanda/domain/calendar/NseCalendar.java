package io.alphapanda.domain.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The continuous session of the National Stock Exchange of India, cash segment.
///
/// On 2026-08-03 the closing auction took over the last quarter of an hour of stocks that have derivatives; the other
/// stocks trade on to 15:30 (SEBI circular HO/47/11/11(3)2025-MRD-POD2/I/2765/2026 of 2026-01-16).
///
/// Holidays are those of 2026 (circular NSE/CMTR/71775 of 2025-12-12, and the election day added on 2026-01-12). Not in
/// here: the Muhurat session of Sunday 2026-11-08, whose hours the exchange announces shortly before. Once they are
/// known, enter them below, as each later year's holidays, or make a calendar that has them:
///
/// ```java
/// NseCalendar.cash().withExtraSessions(LocalDate.of(2026, 11, 8), List.of(Session.of(open, close)))
/// ```
public final class NseCalendar {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private static final Session FULL_DAY = Session.of("09:15", "15:30");
    private static final Session UP_TO_THE_AUCTION = Session.of("09:15", "15:15");
    private static final LocalDate FIRST_AUCTION = LocalDate.of(2026, 8, 3);

    /// As far back as anybody replays; the hours before 2010 were others.
    private static final SessionRule CLASSIC = new SessionRule(LocalDate.EPOCH, List.of(FULL_DAY));

    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2026, 1, 15), // Maharashtra municipal elections
            LocalDate.of(2026, 1, 26), // Republic Day
            LocalDate.of(2026, 3, 3), // Holi
            LocalDate.of(2026, 3, 26), // Ram Navami
            LocalDate.of(2026, 3, 31), // Mahavir Jayanti
            LocalDate.of(2026, 4, 3), // Good Friday
            LocalDate.of(2026, 4, 14), // Ambedkar Jayanti
            LocalDate.of(2026, 5, 1), // Maharashtra Day
            LocalDate.of(2026, 5, 28), // Bakri Id
            LocalDate.of(2026, 6, 26), // Muharram
            LocalDate.of(2026, 9, 14), // Ganesh Chaturthi
            LocalDate.of(2026, 10, 2), // Gandhi Jayanti
            LocalDate.of(2026, 10, 20), // Dussehra
            LocalDate.of(2026, 11, 10), // Diwali Balipratipada
            LocalDate.of(2026, 11, 24), // Guru Nanak Jayanti
            LocalDate.of(2026, 12, 25)); // Christmas

    /// The Union Budget was presented on a Sunday.
    private static final Map<LocalDate, List<Session>> EXTRA = Map.of(LocalDate.of(2026, 2, 1), List.of(FULL_DAY));

    private NseCalendar() {}

    /// Stocks that have derivatives, as the house's default instruments do: 09:15-15:30, since 2026-08-03 09:15-15:15.
    public static SessionCalendar cash() {
        var sinceAuction = new SessionRule(FIRST_AUCTION, List.of(UP_TO_THE_AUCTION));
        return new SessionCalendar(ZONE, List.of(CLASSIC, sinceAuction), HOLIDAYS, EXTRA);
    }

    /// All other stocks: 09:15-15:30 throughout.
    public static SessionCalendar cashWithoutDerivatives() {
        return new SessionCalendar(ZONE, List.of(CLASSIC), HOLIDAYS, EXTRA);
    }
}
