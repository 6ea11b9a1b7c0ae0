package io.alphapanda.feed.kite;

import io.alphapanda.feed.kite.AccessTokens.Access;
import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.kite.Secret;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.ticker.Reconnect;
import io.alphapanda.kite.ticker.TickerCommand;
import io.alphapanda.kite.ticker.TickerText;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// One connection to the ticker, kept up.
///
/// ```
///          ┌── a login can be used, the pause is over ──▶ Connecting ──▶ Up ─┐
///        Down ◀── refused (403): the login is dead ───────────┤           │ closed, or no frame for too long
///          ▲──────── anything else: pause, doubling ──────────┴───────────┘
/// ```
///
/// Whatever stood before, a new connection subscribes to everything again and says the mode again.
final class TickerLine {

    /// What a line needs of its surroundings.
    ///
    /// @param sockets   opens connections
    /// @param address   of the ticker for a login
    /// @param logins    which login can be used
    /// @param reconnect pauses between tries
    /// @param silence   without a frame for so long, the connection is dead
    record Terms(
            Function<Secret, Future<WebSocket>> sockets,
            Function<Access, Secret> address,
            Logins logins,
            TickerCommand.Mode mode,
            Reconnect reconnect,
            Duration silence) {}

    private sealed interface State {}

    /// @param until `System.nanoTime()` of the next try
    private record Down(long until) implements State {}

    private record Connecting(Access access) implements State {}

    private record Up(WebSocket socket) implements State {}

    private record Closed() implements State {}

    private static final Logger LOG = Logger.getLogger(TickerLine.class);
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;

    private final int number;
    private final List<InstrumentToken> tokens;
    private final Terms terms;
    private final TickerIntake intake;
    private final InstantSource clock;
    private final LiveProgress progress;
    private State state = new Down(System.nanoTime());
    private int failures;
    private boolean stoodBefore;
    private volatile long lastFrame;

    TickerLine(
            int number,
            List<InstrumentToken> tokens,
            Terms terms,
            TickerIntake intake,
            InstantSource clock,
            LiveProgress progress) {
        this.number = number;
        this.tokens = tokens;
        this.terms = terms;
        this.intake = intake;
        this.clock = clock;
        this.progress = progress;
    }

    /// Does what time demands: the next try, or giving up a silent connection. To be called every now and then.
    synchronized void look() {
        switch (state) {
            case Down(long until) -> {
                if (System.nanoTime() - until >= 0) {
                    terms.logins().usable().ifPresent(this::connect);
                }
            }
            case Up(var socket) -> {
                if (System.nanoTime() - lastFrame > terms.silence().toNanos()) {
                    progress.muted();
                    fallen("no frame for " + terms.silence());
                    socket.close();
                }
            }
            case Connecting _, Closed _ -> {
                // an answer comes by itself, within the time-out of the attempt
            }
        }
    }

    private void connect(Access access) {
        var attempt = new Connecting(access);
        state = attempt;
        terms.sockets()
                .apply(terms.address().apply(access))
                .onSuccess(socket -> opened(attempt, socket))
                .onFailure(failure -> failed(attempt, failure));
    }

    private synchronized void opened(Connecting attempt, WebSocket socket) {
        if (state != attempt) {
            socket.close();
            return;
        }
        var up = new Up(socket);
        state = up;
        lastFrame = System.nanoTime();
        socket.binaryMessageHandler(this::received);
        socket.textMessageHandler(this::told);
        socket.exceptionHandler(_ -> socket.close());
        socket.closeHandler(_ -> closed(up));
        TickerCommand.watch(terms.mode(), tokens).forEach(each -> socket.writeTextMessage(each.text()));
        progress.connected(stoodBefore);
        LOG.infof(
                "listening to the ticker: connection=%d instruments=%d mode=%s again=%s",
                number, tokens.size(), terms.mode(), stoodBefore);
        stoodBefore = true;
    }

    /// By kind and status only: messages of the network may carry the address, and with it the token.
    private synchronized void failed(Connecting attempt, Throwable failure) {
        if (state != attempt) {
            return;
        }
        if (failure instanceof UpgradeRejectedException rejected
                && (rejected.getStatus() == FORBIDDEN || rejected.getStatus() == UNAUTHORIZED)) {
            terms.logins().refuse(attempt.access());
            state = new Down(System.nanoTime());
            return;
        }
        down(
                failure instanceof UpgradeRejectedException rejected
                        ? "HTTP " + rejected.getStatus()
                        : failure.getClass().getSimpleName());
    }

    private synchronized void closed(Up up) {
        if (state == up) {
            fallen("closed by the other side");
        }
    }

    private void fallen(String reason) {
        progress.disconnected();
        down(reason);
    }

    private void down(String reason) {
        failures++;
        var pause = terms.reconnect().after(failures);
        state = new Down(System.nanoTime() + pause.toNanos());
        LOG.warnf("no connection to the ticker: connection=%d reason=%s nextTryIn=%s", number, reason, pause);
    }

    private void received(Buffer frame) {
        lastFrame = System.nanoTime();
        works();
        intake.take(frame.getBytes(), clock.instant());
    }

    /// A connection that stands and is mute has not helped, so only a frame ends the row of failures.
    private synchronized void works() {
        failures = 0;
    }

    private void told(String text) {
        lastFrame = System.nanoTime();
        switch (TickerText.read(text)) {
            case TickerText.Complaint(var message) ->
                LOG.warnf("the ticker complains: connection=%d message=%s", number, message);
            case TickerText.Notice(var message) ->
                LOG.infof("the broker says: connection=%d message=%s", number, message);
            case TickerText.OrderChanged _, TickerText.Other _, TickerText.Unreadable _ -> {
                // orders are the trading-engine's business; of the rest nothing is known
            }
        }
    }

    synchronized void close() {
        var was = state;
        state = new Closed();
        if (was instanceof Up(var socket)) {
            progress.disconnected();
            socket.close();
        }
    }
}
