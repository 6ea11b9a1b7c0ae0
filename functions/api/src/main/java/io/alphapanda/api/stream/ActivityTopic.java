package io.alphapanda.api.stream;

import io.alphapanda.api.stream.ActivityLedger.Look;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The log of what the lanes decide. Every event is told at least once to every client that stays or resumes; one that
/// resumes may be told again what it was told last.
final class ActivityTopic implements Topic {

    /// Rows one look reads at most; the next one reads the rest.
    static final int MOST_ROWS = 500;

    /// Ids looked back at the beginning, for transactions at work at that moment.
    private static final int LOOK_BACK = 200;

    private final ActivityLedger ledger;
    private final ActivityLines lines;
    private final Listeners listeners;
    private final Poll poll;
    private final CatchUp catchUp;

    /// Clients that are still being told what they missed, and what is kept for them meanwhile.
    private final Map<Client, Held> catchingUp = new HashMap<>();

    /// Null until the first look after somebody joined.
    private @Nullable Settling settling;

    /// @param looked told of every look
    ActivityTopic(
            Vertx vertx, Duration every, ActivityLedger ledger, ActivityLines lines, StreamJson json, Runnable looked) {
        this.ledger = ledger;
        this.lines = lines;
        this.listeners = new Listeners(StreamTopic.ACTIVITY, json);
        this.catchUp = new CatchUp(vertx, ledger, lines, json);
        this.poll = new Poll(
                vertx,
                every,
                () -> {
                    looked.run();
                    return look();
                },
                this::troubled);
    }

    @Override
    public StreamTopic name() {
        return StreamTopic.ACTIVITY;
    }

    @Override
    public synchronized void join(Client client, OptionalLong after) {
        after.ifPresent(place -> catchingUp.put(client, new Held(place)));
        boolean first = listeners.add(client);
        if (settling != null && after.isEmpty()) {
            client.send(Frame.place(settling.settled()));
        }
        if (first) {
            poll.start();
        }
        if (settling != null && after.isPresent()) {
            tellMissed(client, after.getAsLong());
        }
    }

    /// Begins only once looks have: what is written down from then on is kept for the client, what was before is read.
    private void tellMissed(Client client, long after) {
        catchUp.tell(client, after, this::settled, told -> caughtUp(client, told));
    }

    @Override
    public synchronized void leave(Client client) {
        catchingUp.remove(client);
        if (listeners.remove(client)) {
            poll.stop();
            settling = null;
        }
    }

    /// Tells everybody where they may resume, though nothing happened.
    synchronized void heartbeat() {
        if (settling != null) {
            var place = Frame.place(settling.settled());
            listeners.forEach(each -> {
                if (!catchingUp.containsKey(each)) {
                    each.send(place);
                }
            });
        }
    }

    private synchronized OptionalLong settled() {
        return settling == null ? OptionalLong.empty() : OptionalLong.of(settling.settled());
    }

    private Uni<Void> look() {
        var known = known();
        if (known == null) {
            return ledger.newest(LOOK_BACK).invoke(this::begin).replaceWithVoid();
        }
        return ledger.behind(known.settled(), List.copyOf(known.seen()), MOST_ROWS)
                .chain(look -> lines.of(look.entries()).invoke(told -> tell(known, look, told)))
                .replaceWithVoid();
    }

    private synchronized @Nullable Settling known() {
        return settling;
    }

    private synchronized void begin(List<Long> newest) {
        listeners.untroubled();
        if (!listeners.isEmpty()) {
            settling = new Settling(newest);
            heartbeat();
            catchingUp.forEach((client, held) -> tellMissed(client, held.after));
        }
    }

    private synchronized void tell(Settling known, Look look, SequencedMap<Long, byte[]> told) {
        listeners.untroubled();
        if (settling != known) {
            return;
        }
        long before = known.settled();
        known.saw(look);
        catchingUp.values().forEach(each -> each.keep(told));
        var frames = new ArrayList<>(Frame.items(StreamTopic.ACTIVITY, told.values()));
        if (known.settled() != before) {
            frames.add(Frame.place(known.settled()));
        }
        listeners.forEach(each -> {
            if (!catchingUp.containsKey(each)) {
                each.send(frames);
            }
        });
    }

    private synchronized void caughtUp(Client client, Set<Long> told) {
        var held = catchingUp.remove(client);
        if (held != null) {
            client.send(held.butFor(told));
            settled().ifPresent(place -> client.send(Frame.place(place)));
        }
    }

    private synchronized void troubled(Throwable failure) {
        listeners.troubled(failure);
    }

    /// What happened while a client was being told what it missed.
    private static final class Held {

        private final long after;
        private final SequencedMap<Long, byte[]> lines = new LinkedHashMap<>();

        Held(long after) {
            this.after = after;
        }

        void keep(SequencedMap<Long, byte[]> more) {
            lines.putAll(more);
        }

        List<Buffer> butFor(Set<Long> told) {
            lines.keySet().removeAll(told);
            return Frame.items(StreamTopic.ACTIVITY, lines.values());
        }
    }
}
