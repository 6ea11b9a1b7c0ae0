package io.alphapanda.local.check;

import static io.alphapanda.local.check.TradedHouse.snapshotId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Snapshots that tell what the books were, and some that don't.
class SnapshotAuditTest {

    private TradedHouse house;

    @BeforeEach
    void trade() {
        house = TradedHouse.withSnapshots();
    }

    @Test
    void snapshotsOfTheBooksAsTheyWereAreInOrder() {
        var result = house.audit();

        assertThat(result.ok()).as(result.asText()).isTrue();
        assertThat(result.findings())
                .filteredOn(each -> each.check().equals("snapshots-match"))
                .extracting(Finding::summary)
                .containsOnly("2 snapshots of 1 portfolios (0 stale, 1 without a price)");
    }

    @Test
    void cashThatIsNotTheBooksIsNamed() {
        house.sql("update snapshots set cash = 98000, equity = 99010 where id = ?", snapshotId(1, "paper"));

        assertThat(differences())
                .containsExactly(
                        "snapshots-match paper: snapshot ping/1-paper/momentum@paper: cash 98000, realized 0, fees 1"
                                + " after 1 bookings; the bookings give cash 98999, realized 0, fees 1 after 1");
    }

    @Test
    void realisedThatIsNotTheBooksIsNamed() {
        house.sql("update snapshots set realized_pnl = 41 where id = ?", snapshotId(2, "paper"));

        assertThat(differences()).singleElement().satisfies(each -> assertThat(each)
                .contains("realized 41, fees 1.5 after 2 bookings; the bookings give cash 99438.5, realized 40"));
    }

    @Test
    void cashOfOneMomentAndFillsOfAnotherAreNamed() {
        house.sql("update snapshots set sequences = '{\"NSE:TCS\": 2}' where id = ?", snapshotId(1, "paper"));

        assertThat(differences()).singleElement().satisfies(each -> assertThat(each)
                .contains("cash 98999, realized 0, fees 1 after 1 bookings; the bookings give cash 99438.5"));
    }

    @Test
    void equityThatDoesNotAddUpIsNamed() {
        house.sql("update snapshots set equity = 100010 where id = ?", snapshotId(1, "paper"));

        assertThat(differences())
                .containsExactly(
                        "snapshots-match paper: snapshot ping/1-paper/momentum@paper: equity 100010, but cash 98999 +"
                                + " positions 1000 + unrealized 10");
    }

    @Test
    void snapshotThatWasNeverSentIsNamed() {
        house.sql("delete from outbox where event_id = ?", snapshotId(1, "paper"));

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "snapshots-match paper: snapshot ping/1-paper/momentum@paper was never recorded to be sent",
                        "outbox-sent paper: event ping/1-paper/momentum@paper on paper.pnl.snapshots was never recorded");
    }

    @Test
    void snapshotOfAnotherLaneIsNamed() {
        house.sql("update snapshots set id = 'ping/9/momentum@paper-b' where id = ?", snapshotId(1, "paper"));

        assertThat(differences())
                .anySatisfy(
                        each -> assertThat(each)
                                .isEqualTo(
                                        "isolation paper: a row of snapshots in the books of paper belongs to ping/9/momentum@paper-b"));
    }

    private List<String> differences() {
        return house.audit().findings().stream()
                .flatMap(finding -> finding.differences().stream()
                        .map(line -> finding.check() + " " + finding.scope() + ": " + line))
                .toList();
    }
}
