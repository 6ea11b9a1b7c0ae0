package io.alphapanda.stage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A KafkaSource before the function door.
public final class FunctionDoorway implements Doorway {

    private final ExecutorService source = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Knock, CompletableFuture<Integer>> begun = new ConcurrentHashMap<>();

    @Override
    public void deliver(List<Knock> knocks) {
        var answers = knocks.stream().map(this::post).toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(204);
    }

    @Override
    public void deliverInVain(Knock knock) {
        assertThat(RawHttp.post(knock)).isIn(500, 503);
    }

    @Override
    public void begin(List<Knock> knocks) {
        knocks.forEach(each -> begun.put(each, post(each)));
    }

    @Override
    public boolean isFinished(Knock knock) {
        var answer = begun.get(knock);
        return answer.isDone() && answer.join() == 204;
    }

    @Override
    public void comeAgain(List<Knock> knocks) {
        knocks.stream()
                .map(each -> CompletableFuture.runAsync(
                        () -> Await.until(each.id() + " is taken", () -> RawHttp.post(each) == 204), source))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private CompletableFuture<Integer> post(Knock knock) {
        return CompletableFuture.supplyAsync(() -> RawHttp.post(knock), source);
    }

    @Override
    public void close() {
        source.close();
    }
}
