package io.alphapanda.feed.kite;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.feed.live.LiveTick;
import io.alphapanda.feed.live.TickQueue;
import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.feed.status.LiveProgress.Dropped;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.ticker.KiteTick;
import io.alphapanda.kite.ticker.TickerFrame;
import io.alphapanda.kite.ticker.TickerFrames;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// From the ticker's frames to ticks in the queue; every tick that does not get there is counted with its reason.
final class TickerIntake {

    private static final Logger LOG = Logger.getLogger(TickerIntake.class);

    private final TickerFrames frames;
    private final Map<InstrumentToken, InstrumentId> instruments;
    private final LocalDate day;
    private final TickQueue queue;
    private final LiveProgress progress;
    private volatile boolean overflowing;
    private volatile boolean strange;

    TickerIntake(
            TickerFrames frames,
            Map<InstrumentToken, InstrumentId> instruments,
            LocalDate day,
            TickQueue queue,
            LiveProgress progress) {
        this.frames = frames;
        this.instruments = instruments;
        this.day = day;
        this.queue = queue;
        this.progress = progress;
    }

    void take(byte[] frame, Instant at) {
        progress.frame(at);
        switch (frames.read(frame)) {
            case TickerFrame.Heartbeat() -> {
                // the connection lives; that is all it says
            }
            case TickerFrame.Ticks(var ticks, int unknown) -> take(ticks, unknown, at);
            case TickerFrame.Broken(var ticks, int unknown, var why) -> {
                tell(why);
                take(ticks, unknown + 1, at);
            }
        }
    }

    private void take(List<KiteTick> ticks, int unknown, Instant at) {
        if (unknown > 0) {
            progress.unknownPackets(unknown);
            tell(unknown + " packets of an unknown length or segment");
        }
        for (var tick : ticks) {
            take(tick, at);
        }
    }

    private void take(KiteTick tick, Instant at) {
        var instrument = instruments.get(tick.token());
        if (instrument == null) {
            progress.drop(Dropped.UNASKED);
        } else if (tick.lastPrice().signum() <= 0) {
            progress.drop(Dropped.UNPRICED);
        } else {
            var time = time(tick).orElse(at);
            if (TradingHours.date(time).equals(day)) {
                progress.tick(at);
                offer(new LiveTick(instrument, time, new Price(tick.lastPrice()), volume(tick), at));
            } else {
                progress.drop(Dropped.OTHER_DAY);
            }
        }
    }

    private void offer(LiveTick tick) {
        if (queue.offer(tick)) {
            overflowing = false;
            return;
        }
        progress.drop(Dropped.OVERFLOW);
        if (!overflowing) {
            overflowing = true;
            LOG.errorf("the feed does not keep up, older ticks give way to newer ones: waiting=%d", queue.size());
        }
    }

    /// Once a session; the meter counts the rest.
    private void tell(String what) {
        if (!strange) {
            strange = true;
            LOG.warnf("the ticker sends what can't be read, it is counted and left out: what=%s", what);
        }
    }

    private static Optional<Instant> time(KiteTick tick) {
        return switch (tick) {
            case KiteTick.FullTick full -> full.exchangeTime();
            case KiteTick.IndexTick index -> index.exchangeTime();
            case KiteTick.QuoteTick _, KiteTick.LastPriceTick _ -> Optional.empty();
        };
    }

    private static Quantity volume(KiteTick tick) {
        return switch (tick) {
            case KiteTick.FullTick full -> Quantity.of(full.traded().volume());
            case KiteTick.QuoteTick quote -> Quantity.of(quote.traded().volume());
            case KiteTick.IndexTick _, KiteTick.LastPriceTick _ -> Quantity.ZERO;
        };
    }
}
