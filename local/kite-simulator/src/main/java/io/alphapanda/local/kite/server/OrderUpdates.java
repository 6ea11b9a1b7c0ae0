package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.India;
import io.alphapanda.local.kite.exchange.OrderListener;
import io.alphapanda.local.kite.exchange.OrderRow;
import io.alphapanda.local.kite.exchange.Origin;
import io.alphapanda.local.kite.exchange.SimulatorTime;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.local.kite.fault.Faults;
import io.alphapanda.local.kite.fault.Struck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells the ticker's clients and the postback URL what became of an order: once each and in order, unless a fault
/// strikes. On the ticker the checksum is blank, as seen from the broker.
final class OrderUpdates implements OrderListener {
    private static final int APP_ID = 1;

    private record Way(Endpoint endpoint, String userId) {}

    private final Sessions sessions;
    private final Faults faults;
    private final SimulatorTime time;
    private final TickerServer ticker;
    private final Postbacks postbacks;
    private final Map<Way, List<Runnable>> held = new HashMap<>();

    OrderUpdates(Sessions sessions, Faults faults, SimulatorTime time, TickerServer ticker, Postbacks postbacks) {
        this.sessions = sessions;
        this.faults = faults;
        this.time = time;
        this.ticker = ticker;
        this.postbacks = postbacks;
    }

    @Override
    public void updated(OrderRow row, String status) {
        AccountSpec account = sessions.byUser(row.userId()).orElseThrow();
        Object onTicker = Rows.update(row, status, APP_ID, "");
        dispatch(new Way(Endpoint.TICKER_UPDATE, row.userId()), () -> ticker.text(row.userId(), "order", onTicker));
        if (row.ticket().origin() == Origin.API && account.postbackUrl() != null) {
            String checksum = Checksum.sha256(row.orderId() + India.timestamp(row.placedAt()) + account.apiSecret());
            byte[] body = Json.bytes(Rows.update(row, status, APP_ID, checksum));
            dispatch(new Way(Endpoint.POSTBACK, row.userId()), () -> postbacks.post(account, body));
        }
    }

    private void dispatch(Way way, Runnable send) {
        Struck struck = faults.strike(way.endpoint, Optional.of(way.userId));
        if (struck.has(Fault.DropUpdate.class)) {
            return;
        }
        int times = 1
                + struck.find(Fault.RepeatUpdate.class)
                        .map(Fault.RepeatUpdate::times)
                        .orElse(0);
        Runnable all = () -> {
            for (int i = 0; i < times; i++) {
                send.run();
            }
        };
        if (struck.has(Fault.HoldUpdate.class)) {
            hold(way, all);
            return;
        }
        Duration delay = struck.find(Fault.DelayUpdate.class)
                .map(Fault.DelayUpdate::delay)
                .orElse(Duration.ZERO);
        if (delay.isZero()) {
            sendWithHeld(way, all);
        } else {
            time.after(delay, () -> sendWithHeld(way, all));
        }
    }

    private synchronized void hold(Way way, Runnable send) {
        held.computeIfAbsent(way, _ -> new ArrayList<>()).add(send);
    }

    private synchronized void sendWithHeld(Way way, Runnable send) {
        send.run();
        List<Runnable> waiting = held.remove(way);
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
    }
}
