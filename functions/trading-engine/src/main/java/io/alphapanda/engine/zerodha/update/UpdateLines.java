package io.alphapanda.engine.zerodha.update;

import static io.alphapanda.engine.zerodha.update.UpdateMeters.TAKEN;
import static io.alphapanda.engine.zerodha.update.UpdateMeters.TICKER;
import static io.alphapanda.engine.zerodha.update.UpdateMeters.UNREADABLE;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.live.LiveLanes;
import io.alphapanda.engine.zerodha.session.ZerodhaAccounts;
import io.alphapanda.engine.zerodha.session.ZerodhaSessions;
import io.alphapanda.kite.TickerSockets;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Connection;
import io.alphapanda.stage.meter.Meters;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/// The connections for order updates, one an account, unless `panda.brokers.<name>.connection.order-updates` is false.
@Startup
@ApplicationScoped
public class UpdateLines {

    private static final String SWITCH = "order-updates";

    private final Meters meters;
    private final TickerSockets sockets;
    private final List<UpdateLine> lines;

    UpdateLines(
            ZerodhaAccounts accounts,
            ZerodhaSessions sessions,
            LiveLanes lanes,
            Meters meters,
            Vertx vertx,
            Config config) {
        this.meters = meters;
        this.sockets = new TickerSockets(vertx);
        this.lines = accounts.all().stream()
                .filter(account -> isOn(new Connection(config, account.broker())))
                .map(account -> line(account, sessions, lanes))
                .toList();
    }

    static boolean isOn(Connection connection) {
        var text = connection.find(SWITCH).orElse("true");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new ConfigurationException(
                        connection.key(SWITCH) + " '" + text + "' can't be used; use true or false");
        };
    }

    private UpdateLine line(BrokerAccount account, ZerodhaSessions sessions, LiveLanes lanes) {
        var broker = account.broker();
        var line = new UpdateLine(
                broker.name(),
                new SessionLogins(account, sessions),
                sockets::open,
                listener(broker, lanes),
                UpdateLine.Terms.USUAL);
        meters.show(UpdateMeters.CONNECTED, () -> line.isUp() ? 1 : 0, broker.name());
        List.of(TAKEN, UNREADABLE)
                .forEach(verdict -> meters.count(UpdateMeters.UPDATES, 0, broker.name(), TICKER, verdict));
        return line;
    }

    private UpdateLine.Listener listener(Broker broker, LiveLanes lanes) {
        return new UpdateLine.Listener() {
            @Override
            public void connected() {
                lanes.readAgain(broker);
            }

            @Override
            public void changed(boolean readable) {
                meters.count(UpdateMeters.UPDATES, broker.name(), TICKER, readable ? TAKEN : UNREADABLE);
                lanes.readAgain(broker);
            }
        };
    }

    @Scheduled(every = "1s")
    void look() {
        lines.forEach(UpdateLine::look);
    }

    @PreDestroy
    void close() {
        lines.forEach(line -> {
            line.close();
            meters.hide(UpdateMeters.CONNECTED, line.lane());
        });
        sockets.close();
    }
}
