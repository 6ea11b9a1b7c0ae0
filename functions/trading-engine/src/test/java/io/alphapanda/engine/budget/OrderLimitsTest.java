package io.alphapanda.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderLimitsTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    @Test
    void zerodhaLeavesAFifthOfSecondAndMinuteAndATwentiethOfTheDayToExits() {
        assertThat(OrderLimits.ZERODHA)
                .isEqualTo(new OrderLimits(
                        new Allowance(9, 2), new Allowance(400, 80), new Allowance(5_000, 250), 25, INDIA));
    }

    @ParameterizedTest(name = "{1} % of {0} is {2}")
    @CsvSource({
        "10,      20, 2",
        "9,       20, 2",
        "4,       20, 1",
        "2,       20, 1",
        "2,       0,  1",
        "2,       99, 1",
        "5000,    5,  250",
        "5001,    5,  251",
        "1000000, 99, 990000",
    })
    void reserveIsRoundedUpAndLeavesBothSidesAtLeastOne(int limit, int percent, int reserved) {
        assertThat(Allowance.of(limit, percent)).isEqualTo(new Allowance(limit, reserved));
    }

    @Test
    void limitThatLeavesNoRoomForAnEntryAndAnExitIsRefused() {
        refused("perSecond: limit 1 must be between 2 and 1000000", 1, 400, 5_000, 25);
        refused("perMinute: limit 0 must be between 2 and 1000000", 9, 0, 5_000, 25);
        refused("perDay: limit 1000001 must be between 2 and 1000000", 9, 400, 1_000_001, 25);
        refused("modificationsPerOrder 0 must be between 1 and 1000", 9, 400, 5_000, 0);
        refused("modificationsPerOrder 1001 must be between 1 and 1000", 9, 400, 5_000, 1_001);
    }

    private static void refused(String words, int perSecond, int perMinute, int perDay, int modifications) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderLimits.of(perSecond, perMinute, perDay, modifications, INDIA))
                .withMessageStartingWith(words);
    }

    @Test
    void reserveThatTakesAllOrNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allowance(10, 10))
                .withMessageStartingWith("reserved 10 must be between 1 and 9 for a limit of 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allowance(10, 0))
                .withMessageStartingWith("reserved 0 must be between 1 and 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowance.of(10, 100))
                .withMessage("reservedPercent 100 must be between 0 and 99");
    }

    /// Midnight in India is 18:30Z.
    @ParameterizedTest(name = "{0}: {1} {2} until {3}")
    @CsvSource({
        "2026-07-31T04:00:00Z,           SECOND, 1785470400, 2026-07-31T04:00:01Z",
        "2026-07-31T04:00:00.999999999Z, SECOND, 1785470400, 2026-07-31T04:00:01Z",
        "2026-07-31T04:00:59.5Z,         MINUTE, 29757840,   2026-07-31T04:01:00Z",
        "2026-07-31T18:29:59.999Z,       DAY,    2026-07-31, 2026-07-31T18:30:00Z",
        "2026-07-31T18:30:00Z,           DAY,    2026-08-01, 2026-08-01T18:30:00Z",
    })
    void windowsAreThoseOfTheBrokersCalendar(Instant now, Window window, String number, Instant end) {
        assertThat(window.number(now, INDIA)).isEqualTo(number);
        assertThat(window.end(now, INDIA)).isEqualTo(end);
    }

    @Test
    void dayOfAnotherBrokerBeginsWhereItSays() {
        var evening = Instant.parse("2026-07-31T18:30:00Z");
        assertThat(Window.DAY.number(evening, ZoneOffset.UTC)).isEqualTo("2026-07-31");
        assertThat(Window.DAY.end(evening, ZoneOffset.UTC)).isEqualTo("2026-08-01T00:00:00Z");
    }
}
