package io.alphapanda.feed.kite;

import io.alphapanda.feed.live.LiveTicks;
import io.alphapanda.feed.live.TickQueue;
import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.kite.failure.KiteException;
import io.alphapanda.kite.failure.KiteSessionException;
import io.alphapanda.kite.json.UnreadableException;
import io.alphapanda.kite.market.KiteInstrument;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.ticker.TickerFrames;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Listening to Kite on one day. A thread of its own does in turn what is due: look for a login, get the instruments,
/// keep the connections up, watch for a stall. The feed's thread only takes ticks out of the queue.
final class KiteSession implements LiveTicks {

    private static final Logger LOG = Logger.getLogger(KiteSession.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final KiteFeedSettings settings;
    private final LocalDate day;
    private final Logins logins;
    private final DayInstruments instruments;
    private final TickerLine.Terms terms;
    private final InstantSource clock;
    private final LiveProgress progress;
    private final TickQueue queue;
    private final StallRule stall;
    private final Thread keeper;
    private final List<TickerLine> lines = new ArrayList<>();

    /// These two by `System.nanoTime()`: nobody sets that.
    private long listeningSince = System.nanoTime();

    private long nextPlan = System.nanoTime();
    private boolean planned;
    private int failedPlans;
    private volatile boolean closed;

    KiteSession(
            KiteFeedSettings settings,
            LocalDate day,
            Logins logins,
            DayInstruments instruments,
            TickerLine.Terms terms,
            InstantSource clock,
            LiveProgress progress) {
        this.settings = settings;
        this.day = day;
        this.logins = logins;
        this.instruments = instruments;
        this.terms = terms;
        this.clock = clock;
        this.progress = progress;
        this.queue =
                new TickQueue(Math.max(settings.queue(), settings.instruments().size()));
        this.stall = new StallRule(settings.hours().exchange(), settings.stall());
        this.keeper = Thread.ofVirtual().name("kite-session").unstarted(this::keep);
    }

    KiteSession start() {
        keeper.start();
        return this;
    }

    @Override
    public Next next(Duration patience) {
        try {
            var tick = queue.poll(patience);
            if (tick.isPresent()) {
                return new Arrived(tick.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Silence();
        }
        return TradingHours.date(clock.instant()).isAfter(day) ? new DayOver() : new Silence();
    }

    private void keep() {
        while (!closed) {
            try {
                look(clock.instant());
            } catch (RuntimeException e) { // the door of this thread: a defect of ours, which must not end listening
                if (closed) {
                    return; // interrupted in what it did
                }
                LOG.error("listening to Kite goes on after a defect", e);
                progress.troubled("a defect: " + e);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void look(Instant now) {
        if (!settings.hours().hasBegun(now)) {
            listeningSince = System.nanoTime();
            progress.troubled("listening begins at " + settings.hours().begins() + " Indian time");
            return;
        }
        logins.look();
        if (!planned && System.nanoTime() - nextPlan >= 0) {
            logins.usable().ifPresent(this::plan);
        }
        lines.forEach(TickerLine::look);
        tell(now);
    }

    private void plan(AccessTokens.Access access) {
        try {
            follow(Plan.of(settings.instruments(), known(access), settings.assetClass(), settings.limits()));
            planned = true;
        } catch (KiteSessionException _) {
            logins.refuse(access);
        } catch (KiteException | UnreadableException | io.smallrye.mutiny.TimeoutException e) {
            failedPlans++;
            var pause = settings.reconnect().after(failedPlans);
            nextPlan = System.nanoTime() + pause.toNanos();
            progress.troubled("the list of instruments can't be had: " + e.getMessage());
            LOG.warnf("the list of instruments can't be had: reason=%s nextTryIn=%s", e.getMessage(), pause);
        }
    }

    /// Of the exchanges that are asked for, the instruments that are.
    private List<KiteInstrument> known(AccessTokens.Access access) {
        var wanted = Set.copyOf(settings.instruments());
        var exchanges =
                settings.instruments().stream().map(Listing::exchange).collect(Collectors.toCollection(TreeSet::new));
        var known = new ArrayList<KiteInstrument>();
        for (var exchange : exchanges) {
            var list = instruments.of(exchange, day, access, each -> wanted.contains(each.listing()));
            known.addAll(list.instruments());
        }
        return known;
    }

    private void follow(Plan plan) {
        progress.planned(plan.connections().size(), plan.instruments().size(), plan.leftOut());
        plan.leftOut()
                .forEach(each -> LOG.warnf(
                        "an instrument is not listened to: instrument=%s reason=%s", each.instrument(), each.reason()));
        var intake = new TickerIntake(new TickerFrames(settings.divisors()), plan.instruments(), day, queue, progress);
        for (var tokens : plan.connections()) {
            lines.add(new TickerLine(lines.size() + 1, tokens, terms, intake, clock, progress));
        }
    }

    /// What is in the way, and whether ticks are overdue.
    private void tell(Instant now) {
        if (logins.usable().isEmpty() && progress.connections() == 0) {
            progress.troubled(logins.whyNone());
        } else if (planned && lines.isEmpty()) {
            progress.troubled("none of panda.feed.kite.instruments can be listened to; see leftOut");
        } else if (planned && progress.connections() < lines.size()) {
            progress.troubled(progress.connections() + " of " + lines.size() + " connections to the ticker stand");
        } else if (planned) {
            progress.untroubled();
        }
        boolean stalled =
                stall.isStalled(now, Duration.ofNanos(System.nanoTime() - listeningSince), progress.silence());
        if (progress.stalled(stalled)) {
            if (stalled) {
                LOG.errorf(
                        "the market is open and no tick comes: for=%s connections=%d reason=%s",
                        settings.stall(),
                        progress.connections(),
                        progress.trouble().orElse("unknown"));
            } else {
                LOG.info("ticks come again");
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        keeper.interrupt();
        try {
            keeper.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        lines.forEach(TickerLine::close);
        progress.stalled(false);
    }
}
