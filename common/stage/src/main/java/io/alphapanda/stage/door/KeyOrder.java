package io.alphapanda.stage.door;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Lets records of one key be tried in their order: one waits until the one before it was tried once, and for no other.
final class KeyOrder {

    /// The newest of each key that has not been tried yet.
    private final Map<String, CompletableFuture<Void>> newest = new ConcurrentHashMap<>();

    /// Runs the attempt when its turn has come.
    ///
    /// @param key     null for a record without one: it waits for nobody
    /// @param attempt begins to try, and says when it has been tried; neither it nor what it returns ever fails
    void inOrder(String key, Supplier<CompletableFuture<Void>> attempt) {
        if (key == null) {
            attempt.get();
            return;
        }
        var tried = new CompletableFuture<Void>();
        var before = newest.put(key, tried);
        var ready = before == null ? CompletableFuture.<Void>completedFuture(null) : before;
        ready.thenRun(() -> attempt.get().thenRun(() -> {
            newest.remove(key, tried);
            tried.complete(null);
        }));
    }
}
