package io.alphapanda.local.check;

import static io.alphapanda.local.check.TradedHouse.fill;
import static io.alphapanda.local.check.TradedHouse.order;
import static io.alphapanda.local.check.TradedHouse.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Plants a difference in a house that is in order, and sees it reported with its ids and numbers, and only
/// where it is.
class AuditTest {

    private TradedHouse house;

    @BeforeEach
    void trade() {
        house = TradedHouse.inOrder();
    }

    /// `check lane: difference` of everything that failed.
    private List<String> differences() {
        return house.audit().findings().stream()
                .filter(finding -> !finding.ok())
                .flatMap(finding -> finding.differences().stream()
                        .map(difference -> finding.check() + " " + finding.scope() + ": " + difference))
                .toList();
    }

    @Nested
    class HouseInOrder {

        @Test
        void passesEveryCheck() {
            var result = house.audit();

            assertThat(result.ok()).as(result.asText()).isTrue();
            assertThat(result.asMap().keySet())
                    .containsExactly(
                            "signals-decided",
                            "approvals-executed",
                            "one-order-per-leg",
                            "fills-booked-once",
                            "fill-sequences",
                            "books-add-up",
                            "cash-accounted",
                            "views-match",
                            "snapshots-match",
                            "inbox-complete",
                            "outbox-sent",
                            "events-consistent",
                            "isolation",
                            "no-dead-letters");
            assertThat(result.asMap().values()).containsOnly(true);
        }

        @Test
        void isSummedUpInALineForEachCheck() {
            var summaries = house.audit().findings().stream()
                    .filter(finding -> finding.scope().equals("paper"))
                    .collect(Collectors.toMap(Finding::check, Finding::summary));

            assertThat(summaries)
                    .containsEntry("signals-decided", "5 signals = 4 validated + 1 rejected")
                    .containsEntry(
                            "approvals-executed",
                            "4 validated = 2 filled + 1 failed + 1 open (0 rejected, 0 cancelled, 1 expired)")
                    .containsEntry("one-order-per-leg", "4 orders for 4 signals")
                    .containsEntry("fills-booked-once", "2 fills = 2 fill events = 2 bookings")
                    .containsEntry("books-add-up", "1 portfolios, 1 positions = 2 fill events booked again")
                    .containsEntry(
                            "cash-accounted",
                            "cash 99438.5 + positions at cost 600 = starting cash 100000 + realized 40 - fees 1.5")
                    .containsEntry("snapshots-match", "0 snapshots of 0 portfolios")
                    .containsEntry("no-dead-letters", "0 on 8 dead-letter topics");
        }

        @Test
        void staysSoWhenAnEventLiesThereTwiceToTheByte() {
            house.publish(house.event(signal(1, "paper")));
            house.publish(house.event(order(1, "paper") + "/v2"));
            house.stores().consumeAll();

            assertThat(differences()).isEmpty();
        }

        @Test
        void staysSoWhileASignalIsOnItsWayToRisk() {
            house.raise(6, "paper");

            var result = house.audit();
            assertThat(result.ok()).as(result.asText()).isTrue();
            assertThat(result.asText()).contains("6 signals = 4 validated + 1 rejected + 1 not delivered yet");
        }

        @Test
        void staysSoWhileAnEventWaitsAMomentInTheOutbox() {
            var event = house.event(order(1, "paper") + "/v2");
            house.record("trading-engine", "cause@paper", event.withId(order(9, "paper") + "/v2"));
            house.sql("update outbox set sent_at = null where event_id = ?", order(9, "paper") + "/v2");

            assertThat(differences()).isEmpty();
        }

        @Test
        void staysSoWhenALaneWasHalted() {
            house.send("trading-engine", halt().id(), halt());

            assertThat(differences()).isEmpty();
        }

        @Test
        void staysSoWhileAViewFollowsABookingOfThisMoment() {
            house.show("paper", 1, "98999");
            house.sql("update portfolios set viewed = 1, changed_at = now() where broker = 'paper'");

            assertThat(differences()).isEmpty();
        }
    }

    private static TestEvent halt() {
        return new TestEvent(
                Topics.TRADING_STATE,
                EventType.TRADING_STATE_CHANGED,
                "trading-state/paper/1",
                "paper",
                "{\"state\":\"HALTED\"}");
    }

    @Nested
    class Signal {

        @Test
        void nobodyDecidedIsNamed() {
            house.raise(6, "paper");
            house.stores().consumeAll();

            assertThat(differences())
                    .containsExactly(
                            "signals-decided paper: signal s1/momentum/NSE:TCS/6@paper was raised and delivered,"
                                    + " but never decided",
                            "inbox-complete paper: event s1/momentum/NSE:TCS/6@paper on paper.signals.raw was"
                                    + " delivered, but is not in the inbox of risk-manager");
        }

        @Test
        void nobodyRaisedIsNamed() {
            house.sql(
                    "insert into signals select 's1/momentum/NSE:TCS/7@paper', broker, correlation_id, stream, strategy,"
                            + " definition, instrument, side, quantity, price, reference_price, reference_time, tick_ordinal,"
                            + " expires_at, due_at, reason, follows from signals where id = 's1/momentum/NSE:TCS/3@paper'");
            house.sql("insert into decisions select 's1/momentum/NSE:TCS/7@paper', broker, strategy, instrument, side,"
                    + " quantity, trading_day, approved, denial, verdicts, reserved, sequence, as_of from decisions"
                    + " where signal_id = 's1/momentum/NSE:TCS/3@paper'");

            assertThat(differences())
                    .containsExactly(
                            "signals-decided paper: signal s1/momentum/NSE:TCS/7@paper was decided, but never raised",
                            "signals-decided paper: signal s1/momentum/NSE:TCS/7@paper was denied, but no event says so");
        }

        @Test
        void decidedOtherwiseThanItsEventSaysIsNamed() {
            house.sql("update decisions set approved = true where signal_id = ?", signal(3, "paper-b"));

            assertThat(differences())
                    .containsExactly(
                            "signals-decided paper-b: signal s1/momentum/NSE:TCS/3@paper-b was approved, but no event says so",
                            "signals-decided paper-b: event s1/momentum/NSE:TCS/3@paper-b/rejected says signal"
                                    + " s1/momentum/NSE:TCS/3@paper-b was rejected, but the ledger says approved");
        }
    }

    @Nested
    class Order {

        @Test
        void missingForAnApprovalIsNamed() {
            house.sql("delete from orders where id = ?", order(5, "paper"));

            assertThat(differences())
                    .containsExactly("approvals-executed paper: signal s1/momentum/NSE:TCS/5@paper was approved and"
                            + " delivered, but has no order");
        }

        @Test
        void endedOtherwiseThanItsEventSaysIsNamed() {
            house.sql("update orders set status = 'CANCELLED' where id = ?", order(4, "paper"));

            assertThat(differences())
                    .containsExactly("approvals-executed paper: event s1/momentum/NSE:TCS/4@paper/1/v2 says order"
                            + " s1/momentum/NSE:TCS/4@paper/1 is EXPIRED, but the ledger says CANCELLED at version 2");
        }

        @Test
        void endedWithoutAnEventIsNamed() {
            house.sql("update orders set status = 'CANCELLED' where id = ?", order(5, "paper"));

            assertThat(differences())
                    .containsExactly("approvals-executed paper: order s1/momentum/NSE:TCS/5@paper/1 is CANCELLED, but"
                            + " no event says so");
        }

        @Test
        void filledWithOtherThanItsFillsIsNamed() {
            house.sql("update orders set filled_quantity = 12 where id = ?", order(1, "paper"));

            assertThat(differences())
                    .containsExactly(
                            "approvals-executed paper: order s1/momentum/NSE:TCS/1@paper/1 is FILLED with 12 of 10"
                                    + " filled, and its fills are 10",
                            "approvals-executed paper: order s1/momentum/NSE:TCS/1@paper/1 is filled 12 of 10, more"
                                    + " than was asked, but no alarm says so");
        }

        @Test
        void secondForALegIsNamed() {
            house.sql(
                    "insert into orders (id, signal_id, correlation_id, broker, kind, strategy, instrument, side, quantity,"
                            + " reference_price, reference_time, expires_at, due_at, status, waits_for_price, version,"
                            + " filled_quantity, filled_value)"
                            + " select 's2/momentum/NSE:TCS/5@paper/1', signal_id, correlation_id, broker, kind, strategy,"
                            + " instrument, side, quantity, reference_price, reference_time, expires_at, due_at, status,"
                            + " waits_for_price, version, filled_quantity, filled_value from orders where id = ?",
                    order(5, "paper"));

            assertThat(differences())
                    .containsExactly(
                            "one-order-per-leg paper: signal s1/momentum/NSE:TCS/5 has 2 orders for leg 1:"
                                    + " s1/momentum/NSE:TCS/5@paper/1, s2/momentum/NSE:TCS/5@paper/1",
                            "one-order-per-leg paper: order s2/momentum/NSE:TCS/5@paper/1 is not named after its signal"
                                    + " s1/momentum/NSE:TCS/5@paper and a leg");
        }
    }

    @Nested
    class Fill {

        @Test
        void neverBookedIsNamed() {
            house.sql("delete from bookings where fill_id = ?", fill(2, "paper"));

            assertThat(differences())
                    .containsExactly("fills-booked-once paper: fill s1/momentum/NSE:TCS/2@paper/1/fill/1 was told and"
                            + " delivered, but never booked");
        }

        @Test
        void withOtherNumbersThanItsEventIsNamed() {
            house.sql("update fills set price = 101 where id = ?", fill(1, "paper"));

            assertThat(differences())
                    .containsExactly(
                            "fills-booked-once paper: fill s1/momentum/NSE:TCS/1@paper/1/fill/1 is number 1, BUY 10"
                                    + " at 101, fees 1; its event s1/momentum/NSE:TCS/1@paper/1/v2 says number 1, BUY 10 at 100,"
                                    + " fees 1");
        }

        @Test
        void toldByTwoEventsIsNamed() {
            house.send(
                    "trading-engine",
                    signal(1, "paper") + "/validated",
                    house.event(order(1, "paper") + "/v2").withId(order(1, "paper") + "/v3"));

            assertThat(differences())
                    .contains("fills-booked-once paper: fill s1/momentum/NSE:TCS/1@paper/1/fill/1 is told by 2 events:"
                            + " s1/momentum/NSE:TCS/1@paper/1/v2, s1/momentum/NSE:TCS/1@paper/1/v3");
        }

        @Test
        void bookedButNeverMadeIsNamed() {
            house.sql(
                    "insert into bookings select 's1/momentum/NSE:TCS/9@paper/1/fill/1', broker, strategy, instrument, 3,"
                            + " cash_change, realized, due_at from bookings where fill_id = '" + fill(1, "paper")
                            + "'");

            assertThat(differences())
                    .containsExactly("fills-booked-once paper: booking of s1/momentum/NSE:TCS/9@paper/1/fill/1"
                            + " (cash -1001) has no fill");
        }

        @Test
        void missingInASequenceIsNamed() {
            house.sql("update fills set sequence = 3 where id = ?", fill(2, "paper"));

            assertThat(differences())
                    .contains(
                            "fill-sequences paper: momentum NSE:TCS: fills are numbered to 3, but 2 of them exist; number 2"
                                    + " is missing or repeated");
        }
    }

    @Nested
    class Books {

        @Test
        void withAPositionTheFillsDoNotGiveAreNamed() {
            house.sql("update positions set quantity = 7 where broker = 'paper'");

            assertThat(differences())
                    .contains(
                            "books-add-up paper: position momentum NSE:TCS: the ledger has quantity 7, cost 600, realized"
                                    + " 40, fees 1.5 after fill 2; the fill events give quantity 6, cost 600, realized 40, fees"
                                    + " 1.5 after fill 2");
        }

        @Test
        void withCashTheFillsDoNotGiveAreNamedToTheLastDigit() {
            house.sql("update portfolios set cash = cash + 0.0000000001 where broker = 'paper'");

            assertThat(differences())
                    .contains(
                            "books-add-up paper: portfolio momentum: the ledger has cash 99438.5000000001, realized 40, fees"
                                    + " 1.5 after 2 bookings; the fill events give cash 99438.5, realized 40, fees 1.5 after 2",
                            "cash-accounted paper: portfolio momentum: cash 99438.5000000001 + positions at cost 600 ="
                                    + " 100038.5000000001, but starting cash 100000 + realized 40 - fees 1.5 = 100038.5");
        }

        @Test
        void withABookingTheFillDoesNotGiveAreNamed() {
            house.sql("update bookings set realized = 41 where fill_id = ?", fill(2, "paper"));

            assertThat(differences())
                    .containsExactly(
                            "books-add-up paper: booking of s1/momentum/NSE:TCS/2@paper/1/fill/1: the ledger has"
                                    + " cash 439.5, realized 41; the fill event gives cash 439.5, realized 40");
        }

        @Test
        void withFeesOtherThanThePositionsPaidAreNamed() {
            house.sql("update portfolios set fees = 2 where broker = 'paper'");

            assertThat(differences())
                    .contains(
                            "cash-accounted paper: portfolio momentum: realized 40 and fees 2, but its positions realized"
                                    + " 40 and paid fees 1.5");
        }
    }

    @Nested
    class View {

        @Test
        void withOtherCashIsNamed() {
            house.show("paper", 2, "99438.6");

            assertThat(differences())
                    .containsExactly(
                            "views-match paper: paper:portfolio:momentum shows cash 99438.6, realized 40, fees 1.5"
                                    + " of starting cash 100000; the ledger has cash 99438.5, realized 40, fees 1.5 of 100000");
        }

        @Test
        void leftBehindIsNamed() {
            house.show("paper", 1, "98999");

            assertThat(differences())
                    .containsExactly("views-match paper: paper:portfolio:momentum shows version 1, but the ledger is at"
                            + " version 2");
        }

        @Test
        void aheadOfTheLedgerIsNamed() {
            house.show("paper", 3, "99438.5");

            assertThat(differences())
                    .containsExactly("views-match paper: paper:portfolio:momentum shows version 3, but the ledger is at"
                            + " version 2");
        }

        @Test
        void thatIsMissingIsNamed() {
            house.stores().redis().del("paper:portfolio:momentum");

            assertThat(differences())
                    .containsExactly("views-match paper: paper:portfolio:momentum shows nothing, but the ledger is at"
                            + " version 2");
        }

        @Test
        void ofAPositionWithAnotherQuantityIsNamed() {
            house.stores()
                    .redis()
                    .hset(
                            "paper:positions:NSE:TCS",
                            "momentum",
                            "{\"quantity\":\"5\",\"cost\":\"600\",\"realizedPnl\":\"40\",\"fees\":\"1.5\",\"sequence\":2}");

            assertThat(differences())
                    .containsExactly(
                            "views-match paper: paper:positions:NSE:TCS shows for momentum quantity 5, cost 600,"
                                    + " realized 40, fees 1.5 after fill 2; the ledger has quantity 6, cost 600, realized 40, fees"
                                    + " 1.5 after fill 2");
        }

        @Test
        void ofNothingInTheLedgerIsNamed() {
            house.stores().redis().hset("paper:positions:NSE:INFY", "rsi", "{}");

            assertThat(differences())
                    .containsExactly(
                            "views-match paper: paper:positions:NSE:INFY of rsi is of no position in the ledger");
        }
    }

    @Nested
    class Delivery {

        @Test
        void missingFromAnInboxIsNamed() {
            house.sql("delete from inbox where event_id = ?", order(2, "paper") + "/v2");

            assertThat(differences())
                    .containsExactly(
                            "inbox-complete paper: event s1/momentum/NSE:TCS/2@paper/1/v2 on paper.orders.filled was"
                                    + " delivered, but is not in the inbox of portfolio-manager");
        }

        @Test
        void ofAnEventOnNoTopicIsNamed() {
            house.sql("insert into inbox (stage, event_id, broker) values ('risk-manager', 'ghost@paper', 'paper')");

            assertThat(differences())
                    .containsExactly(
                            "inbox-complete paper: event ghost@paper is in the inbox of risk-manager, but on no topic");
        }

        @Test
        void leftInTheOutboxIsNamed() {
            house.sql(
                    "update outbox set sent_at = null, created_at = now() - interval '1 minute' where event_id = ?",
                    order(1, "paper") + "/v2");

            assertThat(differences())
                    .containsExactly("outbox-sent paper: event s1/momentum/NSE:TCS/1@paper/1/v2 of trading-engine for"
                            + " paper.orders.filled was not sent");
        }

        @Test
        void sentButNotOnItsTopicIsNamed() {
            house.record(
                    "trading-engine",
                    signal(5, "paper") + "/validated",
                    house.event(order(4, "paper") + "/v2").withId(order(5, "paper") + "/v2"));

            assertThat(differences())
                    .containsExactly(
                            "outbox-sent paper: event s1/momentum/NSE:TCS/5@paper/1/v2 of trading-engine was sent,"
                                    + " but is not on paper.orders.failed");
        }

        @Test
        void thatALaneWasHaltedSentButNotOnItsTopicIsNamed() {
            house.record("trading-engine", halt().id(), halt());

            assertThat(differences())
                    .containsExactly("outbox-sent paper: event trading-state/paper/1 of trading-engine was sent,"
                            + " but is not on control.trading-state");
        }

        @Test
        void ofAnEventNobodyRecordedIsNamed() {
            house.publish(house.event(order(4, "paper") + "/v2").withId(order(4, "paper") + "/v9"));

            assertThat(differences())
                    .containsExactly(
                            "outbox-sent paper: event s1/momentum/NSE:TCS/4@paper/1/v9 on paper.orders.failed was"
                                    + " never recorded");
        }

        @Test
        void withOtherBytesUnderTheSameIdIsNamed() {
            var event = house.event(signal(1, "paper"));
            house.publish(event.withData(event.data() + " "));

            assertThat(differences())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "events-consistent paper: event s1/momentum/NSE:TCS/1@paper lies on paper.signals.raw with 2 different"
                                    + " contents, at ");
        }

        @Test
        void thatCannotBeReadIsNamed() {
            house.publish(
                    house.event(signal(1, "paper")).withId(signal(8, "paper")).withData("{not JSON"));

            assertThat(differences())
                    .singleElement()
                    .asString()
                    .startsWith("events-consistent paper: record ")
                    .endsWith(" of paper.signals.raw has data that can't be read (ce_id s1/momentum/NSE:TCS/8@paper)");
        }

        @Test
        void withoutAnIdIsNamed() {
            house.stores().publish(house.event(signal(1, "paper")).withId(null));

            assertThat(differences())
                    .singleElement()
                    .asString()
                    .startsWith("events-consistent paper: record ")
                    .endsWith(" of paper.signals.raw has no ce_id");
        }

        @Test
        void thatWasUndeliverableIsNamed() {
            house.stores().publish(house.event(signal(1, "paper")).withTopic("paper.signals.raw.dlq"));
            house.stores().publish(new TestEvent("market.equity.ticks.dlq", EventType.TICK_BATCH, "batch", null, "{}"));

            assertThat(differences())
                    .containsExactly(
                            "no-dead-letters paper: 1 on paper.signals.raw.dlq",
                            "no-dead-letters house: 1 on market.equity.ticks.dlq");
        }

        @Test
        void thatWasUndeliverableAndReplayedIsCountedNotNamed() {
            house.stores().publish(house.event(signal(1, "paper")).withTopic("paper.signals.raw.dlq"));
            house.sql("""
                    insert into replays (topic, "partition", record_offset, letter_at, event_id, reason)
                    values ('paper.signals.raw.dlq', 0, 0, now(), 'id', 'HTTP_503')
                    """);

            assertThat(differences()).isEmpty();
            assertThat(house.audit().asText()).contains("1 on 8 dead-letter topics, 1 replayed");
        }
    }

    @Nested
    class Stranger {

        @Test
        void onALanesTopicIsNamedByItsAttributeDataAndId() {
            house.publish(house.event(signal(1, "paper-b")).withTopic("paper.signals.raw"));

            assertThat(differences())
                    .filteredOn(each -> each.startsWith("isolation"))
                    .hasSize(3)
                    .allMatch(each -> each.startsWith(
                            "isolation paper: event s1/momentum/NSE:TCS/1@paper-b on paper.signals.raw ("))
                    .anyMatch(each -> each.endsWith(") is marked as broker paper-b"))
                    .anyMatch(each -> each.endsWith(") carries data of broker paper-b"))
                    .anyMatch(each -> each.endsWith(") has an id of broker paper-b"));
        }

        @Test
        void markedAsTheLanesOwnIsStillNamed() {
            house.publish(house.event(signal(1, "paper-b"))
                    .withTopic("paper.signals.raw")
                    .withBroker("paper"));

            assertThat(differences())
                    .filteredOn(each -> each.startsWith("isolation"))
                    .hasSize(2);
        }

        @Test
        void inTheLedgerIsNamed() {
            house.sql("update inbox set broker = 'paper' where event_id = ?", signal(1, "paper-b"));

            assertThat(differences())
                    .contains("isolation paper: a row of inbox in the books of paper belongs to"
                            + " s1/momentum/NSE:TCS/1@paper-b");
        }

        @Test
        void recordedForAnotherLanesTopicIsNamed() {
            house.sql(
                    "update outbox set topic = 'paper-b.orders.filled' where event_id = ?", order(1, "paper") + "/v2");

            assertThat(differences())
                    .contains("isolation paper: event s1/momentum/NSE:TCS/1@paper/1/v2 of paper was recorded for topic"
                            + " paper-b.orders.filled");
        }

        @Test
        void inRedisIsNamed() {
            var foreign = house.stores().redis().hget("paper-b:portfolio:momentum", "json");
            house.stores().redis().hset("paper:portfolio:momentum", "json", foreign);

            assertThat(differences())
                    .containsExactly("isolation paper: paper:portfolio:momentum shows a portfolio of broker paper-b");
        }

        @Test
        void whoseBrokerTheHouseDoesNotHaveIsNamed() {
            house.sql("insert into inbox (stage, event_id, broker) values ('risk-manager', 'x@zerodha', 'zerodha')");

            assertThat(differences())
                    .containsExactly(
                            "isolation house: 1 rows of inbox belong to broker zerodha, which is not in the house,"
                                    + " such as x@zerodha");
        }
    }

    @Test
    void manyDifferencesAreCountedAndTheFirstShown() {
        for (int n = 10; n < 30; n++) {
            house.raise(n, "paper");
        }
        house.stores().consumeAll();

        var result = house.audit();
        assertThat(result.findings().getFirst().total()).isEqualTo(20);
        assertThat(result.asText()).contains("and 15 more").endsWith("The books are NOT in order.");
        assertThat(result.asMap()).containsEntry("signals-decided", false).containsEntry("books-add-up", true);
    }
}
