package io.alphapanda.local.check;

import static io.alphapanda.local.check.LiveLane.fill;
import static io.alphapanda.local.check.LiveLane.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.local.kite.exchange.OrderFate;
import io.alphapanda.local.kite.exchange.Side;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A lane at a simulated broker: its orders take several trades, end in part, or are not known yet, and the broker
/// itself is a witness.
class LiveLaneAuditTest {

    private static final String ORDER = "s1/momentum/NSE:TCS/";

    private final LiveLane lane = new LiveLane();

    @AfterEach
    void end() {
        lane.close();
    }

    private List<String> differences() {
        return lane.audit().findings().stream()
                .flatMap(finding -> finding.differences().stream()
                        .map(difference -> finding.check() + " " + finding.scope() + ": " + difference))
                .toList();
    }

    @Nested
    class InOrder {

        @Test
        void passesEveryCheckAndAgreesWithItsBroker() {
            var result = lane.audit();

            assertThat(result.ok()).as(result.asText()).isTrue();
            assertThat(result.asMap()).containsEntry("broker-agrees", true).hasSize(15);
            var summaries = result.findings().stream()
                    .filter(finding -> finding.scope().equals("zerodha"))
                    .collect(Collectors.toMap(Finding::check, Finding::summary));
            assertThat(summaries)
                    .containsEntry(
                            "approvals-executed",
                            "5 validated = 1 filled + 2 failed + 2 open (1 rejected, 1 cancelled, 0 expired), 1 of them"
                                    + " filled in part")
                    .containsEntry("fills-booked-once", "3 fills = 3 fill events = 3 bookings")
                    .containsEntry(
                            "broker-agrees",
                            "3 orders and 3 trades at the broker; here 3 of 5 were taken there, and 3 fills");
        }

        @Test
        void isNotComparedOnceItsBrokerHasEnded() {
            var result = lane.auditWithoutBroker();

            assertThat(result.ok()).as(result.asText()).isTrue();
            assertThat(result.asText()).contains("not compared: the simulated broker ended with its house");
        }
    }

    @Nested
    class FilledBeyondWhatWasAsked {

        private void anOrderOfTenThatAskedForNine() {
            lane.sql("update orders set quantity = 9 where id = ?", order(1));
        }

        @Test
        void isNamedUnlessPeopleWereTold() {
            anOrderOfTenThatAskedForNine();

            assertThat(differences())
                    .contains("approvals-executed zerodha: order " + order(1)
                            + " is filled 10 of 9, more than was asked, but no alarm says so");

            lane.sql(
                    "insert into alarms (broker, code, subject, words, halted) values (?, 'OVERFILLED', ?, 'told', true)",
                    LiveLane.LANE,
                    order(1));

            assertThat(differences()).noneMatch(each -> each.startsWith("approvals-executed"));
            assertThat(lane.audit().asText()).contains("1 filled beyond what was asked");
        }
    }

    @Nested
    class Event {

        @Test
        void missingForAStepOfAnOrderIsNamed() {
            lane.sql("update order_transitions set version = 9 where order_id = ? and status = 'SUBMITTED'", order(6));

            assertThat(differences())
                    .containsExactly("approvals-executed zerodha: order " + ORDER
                            + "6@zerodha/1 became SUBMITTED at version 9, but no event says so");
        }
    }

    @Nested
    class Broker {

        @Test
        void thatTookAnOrderTwiceIsNamed() {
            var second = lane.place(1, Side.BUY, 10, "40", OrderFate.ORDINARY);

            assertThat(differences())
                    .anyMatch(
                            each -> each.startsWith("broker-agrees zerodha: the broker took tag tag1 2 times: orders ")
                                    && each.endsWith(second));
        }

        @Test
        void thatHasAnOrderNobodyWroteDownIsNamed() {
            var id = lane.place(77, Side.BUY, 10, "40", OrderFate.ORDINARY);

            assertThat(differences())
                    .containsExactly("broker-agrees zerodha: the broker has order " + id
                            + " (tag tag77), which nobody here wrote down");
        }

        @Test
        void whoseTradeIsNoFillIsNamed() {
            lane.sql("update fills set trade_id = null where id = ?", fill(1, 2));

            assertThat(differences())
                    .anyMatch(each -> each.equals("broker-agrees zerodha: fill " + fill(1, 2)
                            + " is of trade none, which the broker does not know"))
                    .anyMatch(each -> each.startsWith("broker-agrees zerodha: trade ")
                            && each.endsWith(" of order " + order(1) + " (6 at 101) is no fill"))
                    .hasSize(2);
        }

        @Test
        void whoseTradeOfAnOpenOrderWasNotReadForLongIsNamed() {
            lane.tick("50", 1);
            var trade = lane.simulator().truth().trades().getLast().tradeId();

            assertThat(differences())
                    .containsExactly("broker-agrees zerodha: trade " + trade + " of order " + order(6)
                            + " (1 at 50) is no fill");
        }

        @Test
        void whoseTradeOfThisMomentIsNotReadYetIsInOrder() {
            lane.tickNow("50", 1);

            assertThat(differences()).isEmpty();
        }

        @Test
        void whoseTradeHasOtherNumbersIsNamed() {
            lane.sql("update fills set price = 99 where id = ?", fill(2, 1));

            assertThat(differences())
                    .anyMatch(each ->
                            each.startsWith("broker-agrees zerodha: fill " + fill(2, 1) + " is 3 at 99, but trade ")
                                    && each.endsWith(" is 3 at 110"));
        }

        @Test
        void thatHasAnOrderAliveThatFailedHereIsNamed() {
            lane.sql("update orders set status = 'FAILED' where id = ?", order(6));

            assertThat(differences())
                    .contains("broker-agrees zerodha: order " + order(6) + " is FAILED, but the broker says OPEN");
        }

        @Test
        void thatNeverHadAnOrderWhichIsSubmittedHereIsNamed() {
            lane.sql("update orders set status = 'SUBMITTED' where id = ?", order(5));

            assertThat(differences())
                    .contains(
                            "broker-agrees zerodha: order " + order(5) + " is SUBMITTED, but the broker says nothing");
        }

        @Test
        void thatWasAskedForSomethingElseIsNamed() {
            lane.sql("update orders set side = 'SELL' where id = ?", order(6));

            assertThat(differences())
                    .anyMatch(each -> each.startsWith("broker-agrees zerodha: order " + order(6)
                                    + " is to SELL 1 NSE:TCS; the broker has ")
                            && each.endsWith(" to BUY 1 NSE:TCS"));
        }
    }

    @Test
    void aPlacementInAnotherLanesBooksIsNamed() {
        lane.sql("update placements set broker = 'paper' where order_id = ?", order(5));

        assertThat(differences())
                .contains(
                        "isolation house: 1 rows of placements belong to broker paper, which is not in the house, such"
                                + " as " + order(5));
    }
}
