package io.alphapanda.api.ledger;

import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One dear reading for everybody who asks for it. One runs at a time; whoever asks meanwhile is answered by the next,
/// which begins once this one has ended. So no answer is older than its question, and however many ask, the database
/// does the work once at a time.
///
/// @param <T> what is read; everybody is given the same one
public final class SharedReading<T> {

    private final FreshContext fresh;
    private final Duration patience;
    private final Supplier<Uni<T>> read;
    private List<CompletableFuture<T>> waiting = new ArrayList<>();
    private boolean reading;

    /// @param patience how long a reading may take; then it has failed and the next begins, so that one that never ends
    /// stands in nobody's way
    public SharedReading(FreshContext fresh, Duration patience, Supplier<Uni<T>> read) {
        this.fresh = fresh;
        this.patience = patience;
        this.read = read;
    }

    /// Asks when subscribed to. A failure is told to those who waited for this reading, not to those who wait for the
    /// next.
    public Uni<T> ask() {
        return Uni.createFrom().completionStage(this::join);
    }

    private synchronized CompletableFuture<T> join() {
        var asker = new CompletableFuture<T>();
        waiting.add(asker);
        if (!reading) {
            begin();
        }
        return asker;
    }

    private void begin() {
        reading = true;
        var asked = waiting;
        waiting = new ArrayList<>();
        fresh.run(read)
                .ifNoItem()
                .after(patience)
                .failWith(() -> new TransientException("nothing was read within " + patience))
                .subscribe()
                .with(
                        answer -> ended(asked, each -> each.complete(answer)),
                        failure -> ended(asked, each -> each.completeExceptionally(failure)));
    }

    private void ended(List<CompletableFuture<T>> asked, Consumer<CompletableFuture<T>> tell) {
        goOn();
        asked.forEach(tell);
    }

    private synchronized void goOn() {
        reading = false;
        if (!waiting.isEmpty()) {
            begin();
        }
    }
}
