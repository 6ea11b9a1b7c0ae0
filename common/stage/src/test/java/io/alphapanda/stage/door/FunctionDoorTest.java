package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.delivery.ProtocolStep;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.trial.Await;
import io.alphapanda.stage.trial.Knock;
import io.alphapanda.stage.trial.RawHttp;
import io.alphapanda.stage.trial.Trial;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Events as a KafkaSource brings them; the test is the source.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
class FunctionDoorTest extends EveryDoor {

    private final ExecutorService source = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Knock, CompletableFuture<Integer>> begun = new ConcurrentHashMap<>();

    @AfterEach
    void sourceEnds() {
        source.close();
    }

    @Test
    void processThatDiesBeforeItsCommitHasDoneNothing() {
        var knock = knock("paper", "dies-early");
        probe.dieAt(ProtocolStep.BEFORE_COMMIT, knock.id());

        assertThat(RawHttp.post(knock)).isEqualTo(500);

        Trial.assertNothingDone(knock);
    }

    @Test
    void eventOutOfTurnAndADatabaseThatIsAwayAreTroubleThatPasses() {
        var signals = new Signals("paper", "function-passes");
        signals.next(Side.BUY, 1);
        assertThat(RawHttp.post(Knock.of(signals.next(Side.BUY, 1)))).isEqualTo(503);

        TrialHouse.database().cut();
        try {
            assertThat(RawHttp.post(knock("paper", "passes-too"))).isEqualTo(503);
        } finally {
            TrialHouse.database().mend();
        }
    }

    @Override
    String name() {
        return "function";
    }

    @Override
    void deliver(List<Knock> knocks) {
        var answers = knocks.stream().map(this::post).toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(204);
    }

    @Override
    void deliverInVain(Knock knock) {
        assertThat(RawHttp.post(knock)).isIn(500, 503);
    }

    @Override
    void begin(List<Knock> knocks) {
        knocks.forEach(each -> begun.put(each, post(each)));
    }

    @Override
    boolean isFinished(Knock knock) {
        var answer = begun.get(knock);
        return answer.isDone() && answer.join() == 204;
    }

    @Override
    void comeAgain(List<Knock> knocks) {
        knocks.stream()
                .map(each -> CompletableFuture.runAsync(
                        () -> Await.until(each.id() + " is taken", () -> RawHttp.post(each) == 204), source))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private CompletableFuture<Integer> post(Knock knock) {
        return CompletableFuture.supplyAsync(() -> RawHttp.post(knock), source);
    }
}
