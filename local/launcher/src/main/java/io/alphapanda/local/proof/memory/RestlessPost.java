package io.alphapanda.local.proof.memory;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.strategy.Brain;
import io.alphapanda.domain.strategy.InstrumentMemory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Carries a day's events to a lane as the worst post would: each again and again, in any order, long after its time,
/// and now and then it loses an answer on its way back.
final class RestlessPost {

    /// An event is delivered this often at most.
    private static final int MOST_DELIVERIES = 20;

    private static final int REMEMBERED = 300;

    private final Random random;
    private final double duplicates;
    private final MemoryLane lane;
    private final List<Letter> bag = new ArrayList<>();
    private final ArrayDeque<Mail> old = new ArrayDeque<>();
    private long deliveries;

    private static final class Letter {
        private final Mail mail;
        private int deliveries;

        private Letter(Mail mail) {
            this.mail = mail;
        }
    }

    /// @param duplicates of all deliveries, the share that is one more of the same event; 0 to below 1
    RestlessPost(Random random, double duplicates, MemoryLane lane) {
        this.random = random;
        this.duplicates = duplicates;
        this.lane = lane;
    }

    /// Plays a day to its end: batches of ticks, of which some come again, and everything they lead to.
    ///
    /// @return how many deliveries there were
    long play(Brain brain, List<Tick> ticks) {
        Map<InstrumentId, InstrumentMemory> memories = new HashMap<>();
        for (int from = 0; from < ticks.size(); ) {
            int to = Math.min(ticks.size(), from + random.nextInt(1, 40));
            look(brain, memories, ticks.subList(from, to));
            while (random.nextDouble() < duplicates) {
                look(brain, memories, ticks.subList(random.nextInt(to), to));
            }
            carry(random.nextInt(1, 60));
            from = to;
        }
        while (!bag.isEmpty()) {
            carry(1);
        }
        return deliveries;
    }

    private void look(Brain brain, Map<InstrumentId, InstrumentMemory> memories, List<Tick> ticks) {
        deliveries++;
        var outcome = brain.process(each -> Optional.ofNullable(memories.get(each)), Day.batch(ticks));
        memories.putAll(outcome.memories());
        outcome.signals().forEach(each -> bag.add(new Letter(new Mail.Wished(each))));
    }

    private void carry(int times) {
        for (int i = 0; i < times && !bag.isEmpty(); i++) {
            int which = random.nextInt(bag.size());
            var letter = bag.get(which);
            if (deliver(letter.mail) && (++letter.deliveries == MOST_DELIVERIES || random.nextDouble() >= duplicates)) {
                bag.set(which, bag.getLast());
                bag.removeLast();
                remember(letter.mail);
            }
            if (!old.isEmpty() && random.nextDouble() < duplicates / 10) {
                deliver(old.peekFirst());
            }
        }
    }

    private void remember(Mail mail) {
        old.addLast(mail);
        if (old.size() > REMEMBERED) {
            old.removeFirst();
        }
    }

    /// Delivers once; what it leads to is put in the bag each time, as a source does that has not heard the answer.
    private boolean deliver(Mail mail) {
        deliveries++;
        var outputs = lane.deliver(mail);
        outputs.ifPresent(all -> all.forEach(this::post));
        return outputs.isPresent();
    }

    private void post(Mail mail) {
        boolean waits = bag.stream().anyMatch(each -> each.mail.id().equals(mail.id()));
        if (!waits && (!lane.knows(mail) || random.nextDouble() < duplicates / 2)) {
            bag.add(new Letter(mail));
        }
    }
}
