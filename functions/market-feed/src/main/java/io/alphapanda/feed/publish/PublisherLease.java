package io.alphapanda.feed.publish;

import java.time.Duration;
import org.jboss.logging.Logger;

/// The right to publish, held and renewed. Publishing stops a little before the lease could run out, so two publishers
/// never send at the same time; the epoch tells them apart even then.
///
/// ```
/// acquired ─────── renewed every third ───────▶ … ── can't renew ──▶ margin ──▶ lost
///     publishing allowed                                     publishing waits   LeaseLostException
/// ```
public final class PublisherLease implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PublisherLease.class);

    /// Of the lease; how long before its end publishing stops. An acknowledged send takes a few milliseconds.
    private static final int MARGIN_PARTS = 10;

    private static final int RENEWALS = 3;
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final PublisherRegister register;
    private final Thread renewer;
    private volatile long epoch;
    private volatile long until;
    private volatile boolean lost;
    private volatile boolean closed;

    private PublisherLease(PublisherRegister register, long epoch, long askedAt) {
        this.register = register;
        this.epoch = epoch;
        this.until = askedAt + register.length().toNanos();
        this.renewer = Thread.ofVirtual().name("publisher-lease").unstarted(this::keep);
    }

    /// @param askedAt `System.nanoTime()` before the database was asked: its lease began no earlier
    public static PublisherLease of(PublisherRegister register, long epoch, long askedAt) {
        var lease = new PublisherLease(register, epoch, askedAt);
        lease.renewer.start();
        return lease;
    }

    public long epoch() {
        return epoch;
    }

    /// Makes this epoch newer than one that lies in the topic already, as after a restored database.
    public void raiseAbove(long other) {
        if (other < epoch) {
            return;
        }
        if (!register.raise(epoch, other + 1)) {
            throw lose("another publisher has the lease");
        }
        epoch = other + 1;
    }

    /// Returns when publishing is allowed.
    ///
    /// @throws LeaseLostException when it is not any more
    public void require() {
        while (true) {
            if (lost) {
                throw lose("another publisher has the lease");
            }
            long left = until - System.nanoTime();
            if (left > register.length().toNanos() / MARGIN_PARTS) {
                return;
            }
            if (left <= 0) {
                throw lose("the lease could not be renewed in time");
            }
            pause(PATIENCE);
        }
    }

    /// Publishing may not go on; for whoever has seen it elsewhere.
    private LeaseLostException lose(String reason) {
        lost = true;
        return new LeaseLostException(reason + ": epoch " + epoch);
    }

    private void keep() {
        var rest = register.length().dividedBy(RENEWALS);
        while (!closed && !lost) {
            if (!pause(rest)) {
                return;
            }
            renew();
        }
    }

    /// Asks for more time at once; false if the lease is gone.
    boolean renew() {
        long askedAt = System.nanoTime();
        try {
            if (register.renew(epoch)) {
                until = askedAt + register.length().toNanos();
            } else if (!closed) {
                lost = true;
                LOG.warnf("another publisher has the lease: epoch=%d", epoch);
            }
        } catch (RuntimeException e) { // the door of this thread: the lease runs out by itself if it stays so
            if (!closed) {
                LOG.warnf("the lease could not be renewed, it will be tried again: reason=%s", e.getMessage());
            }
        }
        return !lost;
    }

    private static boolean pause(Duration duration) {
        try {
            Thread.sleep(duration);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Lets the next publisher in at once.
    @Override
    public void close() {
        closed = true;
        renewer.interrupt();
        if (!lost) {
            try {
                register.release(epoch);
            } catch (RuntimeException e) { // it runs out by itself
                LOG.debugf("the lease was not given back: reason=%s", e.getMessage());
            }
        }
    }
}
