package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.MarketView;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One client on the ticker and what it wants to hear.
final class TickerConnection {
    /// What reaches the client.
    enum Voice {
        EVERYTHING,
        HEARTBEATS,
        NOTHING
    }

    private static final Buffer HEARTBEAT = Buffer.buffer(new byte[1]);

    private final ServerWebSocket socket;
    private final AccountSpec account;
    private final Voice voice;
    private final Map<Long, Packets.Mode> subscriptions = new HashMap<>();
    private boolean silent = true;

    TickerConnection(ServerWebSocket socket, AccountSpec account, Voice voice) {
        this.socket = socket;
        this.account = account;
        this.voice = voice;
    }

    AccountSpec account() {
        return account;
    }

    /// @return how many of them are too many and were left out
    synchronized int subscribe(Collection<Long> tokens, int most) {
        int excess = 0;
        for (Long token : tokens) {
            if (subscriptions.size() >= most && !subscriptions.containsKey(token)) {
                excess++;
            } else {
                subscriptions.putIfAbsent(token, Packets.Mode.QUOTE);
            }
        }
        return excess;
    }

    synchronized void unsubscribe(Collection<Long> tokens) {
        tokens.forEach(subscriptions::remove);
    }

    synchronized void mode(Packets.Mode mode, Collection<Long> tokens) {
        tokens.forEach(token -> subscriptions.computeIfPresent(token, (_, _) -> mode));
    }

    /// One frame with all that are subscribed of them. A client that reads too slowly misses it.
    ///
    /// @param lead packets in front, for faults
    synchronized void prices(Collection<MarketView> views, Instant now, List<byte[]> lead) {
        List<byte[]> packets = new ArrayList<>(lead);
        for (MarketView view : views) {
            Packets.Mode mode = subscriptions.get(view.instrument().token());
            if (mode != null && view.last().signum() > 0) {
                packets.add(Packets.packet(view, mode, now));
            }
        }
        if (packets.size() > lead.size() && voice == Voice.EVERYTHING && !socket.writeQueueFull()) {
            silent = false;
            socket.writeBinaryMessage(Buffer.buffer(Packets.frame(packets)));
        }
    }

    synchronized boolean wants(long token) {
        return subscriptions.containsKey(token);
    }

    synchronized void text(String json) {
        if (voice == Voice.EVERYTHING) {
            socket.writeTextMessage(json);
        }
    }

    /// Called once an interval: one byte if nothing was sent since.
    synchronized void beat() {
        if (silent && voice != Voice.NOTHING) {
            socket.writeBinaryMessage(HEARTBEAT);
        }
        silent = true;
    }

    void close() {
        socket.close();
    }
}
