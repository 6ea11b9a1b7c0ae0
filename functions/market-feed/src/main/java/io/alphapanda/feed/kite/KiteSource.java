package io.alphapanda.feed.kite;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.feed.live.LiveDay;
import io.alphapanda.feed.live.LiveSource;
import io.alphapanda.feed.live.LiveTicks;
import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.kite.KiteAccount;
import io.alphapanda.kite.KiteClient;
import io.alphapanda.kite.TickerSockets;
import io.alphapanda.kite.market.Listing;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Kite, day after day. What it has learned of a login outlives the sessions.
public final class KiteSource implements LiveSource {

    private final KiteFeedSettings settings;
    private final KiteClient client;
    private final TickerSockets sockets;
    private final Logins logins;
    private final InstantSource clock;
    private final LiveProgress progress;

    public KiteSource(
            KiteFeedSettings settings,
            KiteAccount account,
            AccessTokens tokens,
            Vertx vertx,
            InstantSource clock,
            LiveProgress progress) {
        this.settings = settings;
        this.client = KiteClient.of(account, clock);
        this.sockets = new TickerSockets(vertx);
        this.logins = new Logins(tokens, settings.account(), settings.tokenPoll());
        this.clock = clock;
        this.progress = progress;
        progress.listensTo(account.addresses().ticker().getAuthority());
    }

    @Override
    public LiveDay day(Instant now) {
        return new Day(TradingHours.date(now));
    }

    private KiteSession session(LocalDate date) {
        return new KiteSession(
                settings,
                date,
                logins,
                new DayInstruments(settings.cache(), (access, exchange) -> client.with(access.token())
                        .market()
                        .instrumentFile(exchange)),
                new TickerLine.Terms(
                        sockets::open,
                        access -> client.with(access.token()).tickerAddress(),
                        logins,
                        settings.mode(),
                        settings.reconnect(),
                        settings.silence()),
                clock,
                progress);
    }

    @Override
    public void close() {
        sockets.close();
        client.close();
    }

    private final class Day implements LiveDay {
        private final LocalDate date;

        Day(LocalDate date) {
            this.date = date;
        }

        @Override
        public StreamId stream() {
            return settings.hours().stream(date);
        }

        @Override
        public Set<InstrumentId> instruments() {
            return settings.instruments().stream()
                    .map(Listing::instrument)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
        }

        @Override
        public LiveTicks open() {
            return session(date).start();
        }
    }
}
