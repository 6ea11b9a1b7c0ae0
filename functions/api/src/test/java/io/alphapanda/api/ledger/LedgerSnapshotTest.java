package io.alphapanda.api.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.testing.House;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(House.class)
class LedgerSnapshotTest {

    @Inject
    LedgerSnapshot ledger;

    @Inject
    Vertx vertx;

    @Test
    void aReadingGoesToItsEndThoughWhoeverAskedHasGoneAway() {
        var begun = new CompletableFuture<Void>();
        var ended = new CompletableFuture<Object>();
        Supplier<Uni<Object>> reading = () -> ledger.read(() -> query("select 1 from pg_sleep(0.3)")
                .onSubscription()
                .invoke(() -> begun.complete(null))
                .chain(() -> query("select 'read to the end'"))
                .onItemOrFailure()
                .invoke((answer, failure) -> {
                    if (failure == null) {
                        ended.complete(answer);
                    } else {
                        ended.completeExceptionally(failure);
                    }
                }));

        var asker = onAContext(reading);
        begun.orTimeout(20, SECONDS).join();
        asker.cancel();

        assertThat(ended.orTimeout(20, SECONDS).join()).isEqualTo("read to the end");
    }

    @Test
    void theDatabaseRefusesWhateverWouldWrite() {
        var writing = new FreshContext(vertx)
                .run(() -> ledger.read(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery("update portfolios set version = version")
                                .executeUpdate())));

        assertThatThrownBy(() -> writing.await().indefinitely()).hasMessageContaining("read-only transaction");
    }

    private static Uni<Object> query(String sql) {
        return Panache.getSession().chain(session -> one(session, sql));
    }

    private static Uni<Object> one(Mutiny.Session session, String sql) {
        return session.createNativeQuery(sql, Object.class).getSingleResult();
    }

    /// As an endpoint does.
    private Cancellable onAContext(Supplier<Uni<Object>> work) {
        return new FreshContext(vertx)
                .run(() -> Uni.createFrom().item(work.get().subscribe().with(_ -> {}, _ -> {})))
                .await()
                .indefinitely();
    }
}
