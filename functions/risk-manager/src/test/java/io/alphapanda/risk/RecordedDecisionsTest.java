package io.alphapanda.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a decision leaves in the ledger, and what it takes.
///
/// Decisions of a lane are made one after the other, so each round trip to the database under the lane's row costs
/// every signal behind it.
@QuarkusTest
@QuarkusTestResource(House.class)
class RecordedDecisionsTest {

    @Test
    void decisionTakesAFewStatementsAndFewerUnderTheLanesRow() {
        var signals = new Signals("paper", "statements");
        assertThat(Post.of(signals.next(Side.BUY, 10))).isEqualTo(204);
        var second = signals.next(Side.SELL, 4);

        try (var statements = new Statements()) {
            assertThat(Post.of(second)).isEqualTo(204);

            // The sweeper looks every second, whatever is decided.
            var heard = statements.heard().stream()
                    .filter(sql -> !sql.contains("sent_at is null and id >"))
                    .toList();
            var lock = heard.stream().filter(sql -> sql.contains("risk_lanes")).findFirst();
            assertThat(lock).isPresent();
            assertThat(heard).hasSizeLessThanOrEqualTo(7);
            assertThat(heard.subList(heard.indexOf(lock.get()), heard.size())).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void approvalIsWrittenWithItsSignalAndReservation() {
        var signal = new Signals("paper", "written").next(Side.BUY, 10);

        assertThat(Post.of(signal)).isEqualTo(204);

        assertThat(Ledger.rows("""
                        select broker, correlation_id, stream, instrument, side, trim_scale(quantity), trim_scale(price),
                               reference_time = '2026-03-05T05:30:01Z', tick_ordinal, follows from signals where id = ?
                        """, signal.id()))
                .containsExactly(Arrays.asList(
                        "paper", signal.signal().id(), "test-1", "NSE:TCS", "BUY", "10", "100", "t", "1", null));
        // Ten at 100.05 and a thousandth of it.
        assertThat(Ledger.rows("""
                        select approved, denial, sequence, trading_day, trim_scale(reserved), jsonb_typeof(verdicts),
                               verdicts -> 'verdicts' -> 0 ->> 'rule' from decisions where signal_id = ?
                        """, signal.id()))
                .containsExactly(Arrays.asList("t", null, "1", "2026-03-05", "1001.5005", "object", "expiry"));
        assertThat(Ledger.rows(
                        "select side, trim_scale(quantity), trim_scale(reserved) from reservations where signal_id = ?",
                        signal.id()))
                .containsExactly(List.of("BUY", "10", "1001.5005"));
    }

    @Test
    void denialReservesNothingAndTakesNoNumber() {
        var signals = new Signals("paper", "unreserved");
        var denied = signals.next(Side.BUY, 1_001);

        assertThat(Post.of(denied)).isEqualTo(204);
        assertThat(Post.of(signals.next(Side.BUY, 1))).isEqualTo(204);

        assertThat(
                        Ledger.rows(
                                "select approved, denial, sequence from decisions where strategy = 'unreserved' order by signal_id"))
                .containsExactly(Arrays.asList("f", "POSITION_LIMIT_EXCEEDED", null), Arrays.asList("t", null, "1"));
        assertThat(Ledger.count("select count(*) from reservations where signal_id = ?", denied.id()))
                .isZero();
    }

    @Test
    void haltedStrategyIsDeniedAndItsNeighbourIsNot() {
        Books.trading("paper", "halted", "HALTED");
        var halted = new Signals("paper", "halted").next(Side.BUY, 1);
        var neighbour = new Signals("paper", "not-halted").next(Side.BUY, 1);

        assertThat(Post.of(halted)).isEqualTo(204);
        assertThat(Post.of(neighbour)).isEqualTo(204);

        assertThat(Ledger.rows(
                        "select denial from decisions where signal_id in (?, ?) order by strategy",
                        halted.id(),
                        neighbour.id()))
                .containsExactly(List.of("TRADING_HALTED"), Arrays.asList((String) null));
    }

    @Test
    void reservationThatHasEndedGoesWithTheNextDecisionOfItsStrategyAndNoOther() {
        var books = new Books("paper", "ended");
        var ended = books.approved(Books.INFY, "BUY", "1", "100", 1, "2026-03-05");
        books.ordered(ended, Books.INFY, "BUY", "1", "CANCELLED", "0");
        var open = books.approved(Books.INFY, "BUY", "1", "100", 2, "2026-03-05");
        var elsewhere = books.in("paper-b").approved(Books.INFY, "BUY", "1", "100", 1, "2026-03-05");
        books.in("paper-b").ordered(elsewhere, Books.INFY, "BUY", "1", "CANCELLED", "0");

        var next = new Signals("paper", "ended").next(Side.BUY, 1);
        assertThat(Post.of(next)).isEqualTo(204);

        assertThat(Ledger.rows("select signal_id from reservations where strategy = 'ended'"))
                .containsExactlyInAnyOrder(List.of(open), List.of(next.id()), List.of(elsewhere));
    }
}
