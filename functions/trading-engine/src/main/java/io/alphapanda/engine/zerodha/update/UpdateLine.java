package io.alphapanda.engine.zerodha.update;

import io.alphapanda.engine.zerodha.update.Logins.Login;
import io.alphapanda.kite.Secret;
import io.alphapanda.kite.ticker.Reconnect;
import io.alphapanda.kite.ticker.TickerText;
import io.vertx.core.Future;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// An account's connection to the ticker for its order updates, kept up. It subscribes to nothing.
///
/// ```
///      ┌──── a login not refused yet, the pause over ────▶ Connecting ──▶ Up ──┐
///    Down ◀── 403: this login is never tried again ───────────┤            │ closed, mute, another login
///      ▲───── anything else: pause, doubling ─────────────────┴────────────┘
/// ```
///
/// Updates are not replayed, so every new connection is a reason to read the book. In two processes at once it does no
/// harm but take two of the three connections an API key has.
final class UpdateLine {

    /// @param backoff  between tries
    /// @param silence  without a frame for so long, the connection is dead: Kite sends a byte every two seconds
    /// @param askEvery how often the ledger is asked who is logged in
    record Terms(Reconnect backoff, Duration silence, Duration askEvery) {

        static final Terms USUAL = new Terms(Reconnect.USUAL, Duration.ofSeconds(15), Duration.ofSeconds(3));
    }

    /// Is told what the line hears.
    interface Listener {

        /// A connection stands, and what happened before is not told.
        void connected();

        /// @param readable whether the update could be read
        void changed(boolean readable);
    }

    private sealed interface State {}

    private record Down() implements State {}

    private record Connecting(Login login) implements State {}

    private record Up(long version, WebSocket socket) implements State {}

    private record Closed() implements State {}

    private static final Logger LOG = Logger.getLogger(UpdateLine.class);
    private static final int FORBIDDEN = 403;

    private final String lane;
    private final Logins logins;
    private final Function<Secret, Future<WebSocket>> sockets;
    private final Listener listener;
    private final Terms terms;
    private State state = new Down();
    private boolean asking;
    private long nextAsk = System.nanoTime();
    private long lastFrame;
    private int failures;
    private long refused;

    UpdateLine(
            String lane, Logins logins, Function<Secret, Future<WebSocket>> sockets, Listener listener, Terms terms) {
        this.lane = lane;
        this.logins = logins;
        this.sockets = sockets;
        this.listener = listener;
        this.terms = terms;
    }

    String lane() {
        return lane;
    }

    synchronized boolean isUp() {
        return state instanceof Up;
    }

    /// Does what time demands. To be called every now and then; returns at once.
    synchronized void look() {
        switch (state) {
            case Down _ -> ask();
            case Up up -> {
                if (System.nanoTime() - lastFrame > terms.silence().toNanos()) {
                    fallen("no frame for " + terms.silence());
                    up.socket().close();
                } else {
                    ask();
                }
            }
            case Connecting _, Closed _ -> {
                // an answer comes by itself, within the time-out of the attempt
            }
        }
    }

    private void ask() {
        if (asking || System.nanoTime() - nextAsk < 0) {
            return;
        }
        asking = true;
        logins.current().subscribe().with(this::found, this::notFound);
    }

    private synchronized void found(Optional<Login> login) {
        asking = false;
        askIn(terms.askEvery());
        switch (state) {
            case Down _ -> login.filter(each -> each.version() != refused).ifPresent(this::connect);
            case Up up -> {
                if (login.filter(each -> each.version() == up.version()).isEmpty()) {
                    LOG.infof("connection for order updates ended with its login: broker=%s", lane);
                    state = new Down();
                    nextAsk = System.nanoTime();
                    up.socket().close();
                }
            }
            case Connecting _, Closed _ -> {
                // decided meanwhile
            }
        }
    }

    private synchronized void notFound(Throwable failure) {
        asking = false;
        askIn(terms.askEvery());
        LOG.warnf("who is logged in could not be asked: broker=%s reason=%s", lane, failure.getMessage());
    }

    private void connect(Login login) {
        var attempt = new Connecting(login);
        state = attempt;
        sockets.apply(login.address())
                .onSuccess(socket -> opened(attempt, socket))
                .onFailure(failure -> failed(attempt, failure));
    }

    private synchronized void opened(Connecting attempt, WebSocket socket) {
        if (state != attempt) {
            socket.close();
            return;
        }
        var up = new Up(attempt.login().version(), socket);
        state = up;
        lastFrame = System.nanoTime();
        socket.binaryMessageHandler(_ -> heard(up));
        socket.textMessageHandler(text -> told(up, text));
        socket.exceptionHandler(_ -> socket.close());
        socket.closeHandler(_ -> closed(up));
        LOG.infof("connection for order updates stands: broker=%s", lane);
        listener.connected();
    }

    private synchronized void failed(Connecting attempt, Throwable failure) {
        if (state != attempt) {
            return;
        }
        if (failure instanceof UpgradeRejectedException rejected && rejected.getStatus() == FORBIDDEN) {
            logins.refused(attempt.login().version())
                    .subscribe()
                    .with(over -> refused(attempt, over), why -> undecided(attempt, why));
            return;
        }
        // By kind and status only: messages of the network may carry the address, and with it the token.
        fallen(
                failure instanceof UpgradeRejectedException rejected
                        ? "HTTP " + rejected.getStatus()
                        : failure.getClass().getSimpleName());
    }

    private synchronized void refused(Connecting attempt, boolean over) {
        if (state != attempt) {
            return;
        }
        refused = attempt.login().version();
        state = new Down();
        if (!over) {
            LOG.warnf(
                    "the ticker refuses a login that the broker accepts elsewhere, the book is polled until the next"
                            + " login: broker=%s; an app without live data has no ticker, then set"
                            + " panda.brokers.%s.connection.order-updates to false",
                    lane, lane);
        }
    }

    /// The login may be alive or dead, and is not tried before long.
    private synchronized void undecided(Connecting attempt, Throwable why) {
        if (state == attempt) {
            state = new Down();
            askIn(terms.backoff().longest());
            LOG.warnf(
                    "the ticker answered 403, and what that means could not be found out: broker=%s reason=%s",
                    lane, why.getMessage());
        }
    }

    private synchronized void closed(Up up) {
        if (state == up) {
            fallen("closed by the other side");
        }
    }

    private void fallen(String reason) {
        failures++;
        var pause = terms.backoff().after(failures);
        state = new Down();
        askIn(pause);
        LOG.warnf(
                "no connection for order updates, the book is polled: broker=%s reason=%s nextTryIn=%s",
                lane, reason, pause);
    }

    /// A connection that stands and is mute has not helped, so only a frame ends the row of failures.
    private synchronized void heard(Up up) {
        if (state == up) {
            lastFrame = System.nanoTime();
            failures = 0;
        }
    }

    private void told(Up up, String text) {
        heard(up);
        switch (TickerText.read(text)) {
            case TickerText.OrderChanged _ -> listener.changed(true);
            case TickerText.Unreadable _ -> listener.changed(false);
            case TickerText.Complaint(var message) ->
                LOG.warnf("the ticker complains: broker=%s message=%s", lane, message);
            case TickerText.Notice(var message) -> LOG.infof("the broker says: broker=%s message=%s", lane, message);
            case TickerText.Other _ -> {
                // nothing is known of it
            }
        }
    }

    private void askIn(Duration pause) {
        nextAsk = System.nanoTime() + pause.toNanos();
    }

    synchronized void close() {
        var was = state;
        state = new Closed();
        if (was instanceof Up up) {
            up.socket().close();
        }
    }
}
