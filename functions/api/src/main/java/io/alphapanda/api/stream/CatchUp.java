package io.alphapanda.api.stream;

import io.alphapanda.api.stream.ActivityLedger.Look;
import io.alphapanda.stage.delivery.FreshContext;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Tells a client that resumes what it has missed, page by page, each when it has read the one before.
final class CatchUp {

    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    /// Events told at most; beyond that the client is sent to the lists.
    static final int MOST_EVENTS = 10_000;

    private static final int PAGE = 500;
    private static final String RESET = "reset";

    private final FreshContext fresh;
    private final ActivityLedger ledger;
    private final ActivityLines lines;
    private final StreamJson json;

    CatchUp(Vertx vertx, ActivityLedger ledger, ActivityLines lines, StreamJson json) {
        this.fresh = new FreshContext(vertx);
        this.ledger = ledger;
        this.lines = lines;
        this.json = json;
    }

    /// A page that was read.
    private record Page(Look look, SequencedMap<Long, byte[]> told) {}

    /// @param after   what it was told last
    /// @param settled up to which id all there will ever be has been seen
    /// @param done    given the ids it was told; not called if the client goes before
    void tell(Client client, long after, Supplier<OptionalLong> settled, Consumer<Set<Long>> done) {
        new Telling(client, settled, done).page(after);
    }

    private final class Telling {

        private final Client client;
        private final Supplier<OptionalLong> settled;
        private final Consumer<Set<Long>> done;
        private final Set<Long> told = new HashSet<>();

        Telling(Client client, Supplier<OptionalLong> settled, Consumer<Set<Long>> done) {
            this.client = client;
            this.settled = settled;
            this.done = done;
        }

        void page(long after) {
            // What was settled before the page was read is in it.
            var place = settled.get();
            fresh.run(() -> ledger.behind(after, List.of(), PAGE)
                            .chain(look -> lines.of(look.entries()).map(read -> new Page(look, read))))
                    .subscribe()
                    .with(page -> read(after, place, page), this::failed);
        }

        private void read(long after, OptionalLong place, Page page) {
            var rows = page.told();
            boolean tooFar = told.size() + rows.size() > MOST_EVENTS;
            if (tooFar || after > page.look().newest()) {
                client.send(Frame.event(RESET, json.notice(StreamTopic.ACTIVITY)));
                done.accept(told);
                return;
            }
            told.addAll(rows.keySet());
            client.send(Frame.items(StreamTopic.ACTIVITY, rows.values()));
            if (rows.size() < PAGE) {
                done.accept(told);
                return;
            }
            long last = rows.lastEntry().getKey();
            place.ifPresent(up -> client.send(Frame.place(Math.max(after, Math.min(last, up)))));
            client.whenRead(() -> page(last));
        }

        /// It comes again, and resumes from where it stands.
        private void failed(Throwable failure) {
            LOG.warnf("a client could not be told what it missed, and is cut off: reason=%s", failure);
            client.cut();
        }
    }
}
