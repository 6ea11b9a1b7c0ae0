package io.alphapanda.stage.trial;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.delivery.ProtocolStep;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.DyingProbe;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.testing.TopicReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Kills the work of many events, each at a step of the protocol, and has them delivered again, or not where what was
/// committed must find its way by itself. Strategies go on side by side, each signal behind the one before it.
///
/// @param probe   where they die
/// @param name    keeps the events of one run apart from all others
/// @param without what is taken away, by this test's own hand
public record KilledSteps(DyingProbe probe, String name, Protection without) {

    /// What keeps a killed process from losing and doubling.
    public enum Protection {
        /// All of it stands.
        NONE,
        /// The event's id is forgotten before it comes again.
        INBOX,
        /// What was committed to be sent is forgotten before anybody has sent it.
        OUTBOX
    }

    private static final int STRATEGIES = 8;
    private static final ProtocolStep[] STEPS = ProtocolStep.values();

    /// @throws AssertionError if anything was lost or doubled
    public void run(int kills, long seed) {
        List<String> ids = new ArrayList<>();
        try (var workers = Executors.newFixedThreadPool(STRATEGIES)) {
            var all = new ArrayList<CompletableFuture<List<String>>>();
            for (int i = 0; i < STRATEGIES; i++) {
                var strategy = name + "-" + i;
                int share = kills / STRATEGIES + (i < kills % STRATEGIES ? 1 : 0);
                var random = new Random(seed + i);
                all.add(CompletableFuture.supplyAsync(() -> kill(strategy, share, random), workers));
            }
            all.forEach(each -> ids.addAll(each.join()));
        }
        compare(ids);
    }

    private List<String> kill(String strategy, int kills, Random random) {
        var signals = new Signals(random.nextBoolean() ? "paper" : "paper-b", strategy);
        var ids = new ArrayList<String>();
        for (int i = 0; i < kills; i++) {
            var knock = Knock.of(signals.next(Side.BUY, 1));
            ids.add(knock.id());
            kill(knock, STEPS[random.nextInt(STEPS.length)], random);
        }
        return ids;
    }

    private void kill(Knock knock, ProtocolStep step, Random random) {
        probe.dieAt(step, knock.id());
        assertThat(RawHttp.post(knock)).as("the answer of a dead process").isIn(500, 503);
        boolean committed = step != ProtocolStep.BEFORE_COMMIT;
        switch (without) {
            case NONE -> {
                if (!committed || random.nextInt(4) > 0) {
                    comeAgain(knock);
                }
            }
            case INBOX -> {
                Ledger.rows("delete from outbox where cause_id = ?", knock.id());
                Ledger.rows("delete from inbox where event_id = ?", knock.id());
                comeAgain(knock);
            }
            case OUTBOX -> {
                if (step == ProtocolStep.AFTER_COMMIT) {
                    Ledger.rows("delete from outbox where cause_id = ? and sent_at is null", knock.id());
                } else {
                    comeAgain(knock);
                }
            }
        }
    }

    private static void comeAgain(Knock knock) {
        Await.until(knock.id() + " is taken", () -> RawHttp.post(knock) == 204);
    }

    private void compare(List<String> ids) {
        var like = "%/" + name + "-%";
        Await.until(
                "all is sent",
                () -> Ledger.count("select count(*) from outbox where cause_id like ? and sent_at is null", like) == 0);
        assertThat(Ledger.count("select count(*) from effects where event_id like ?", like))
                .as("effects")
                .isEqualTo(ids.size());
        assertThat(Ledger.count("select count(distinct event_id) from effects where event_id like ?", like))
                .as("events that took effect")
                .isEqualTo(ids.size());
        var mustBe = new HashSet<String>();
        ids.forEach(each -> mustBe.addAll(List.of(Ids.validated(each), Ids.order(each, 1))));
        assertThat(sent()).as("events that were sent").isEqualTo(mustBe);
    }

    /// Ids of all that was sent because of this run's events. One that was sent twice is the same to the byte.
    private HashSet<String> sent() {
        var sent = new HashMap<String, byte[]>();
        for (var topic : List.of("paper.signals.validated", "paper-b.signals.validated")) {
            read(topic, sent);
            read(topic.replace("signals.validated", "orders.submitted"), sent);
        }
        return new HashSet<>(sent.keySet());
    }

    private void read(String topic, HashMap<String, byte[]> sent) {
        for (var record :
                TopicReader.all(topic, each -> header(each, "ce_causationid").contains("/" + name + "-"))) {
            var before = sent.put(header(record, "ce_id"), record.value());
            assertThat(before == null || Arrays.equals(before, record.value()))
                    .as("the same event again: " + header(record, "ce_id"))
                    .isTrue();
        }
    }
}
