package io.alphapanda.feed.kite;

import io.alphapanda.domain.calendar.MarketCalendar;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.kite.KiteAccount;
import io.alphapanda.kite.Secret;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.ticker.Divisors;
import io.alphapanda.kite.ticker.Reconnect;
import io.alphapanda.kite.ticker.TickerCommand;
import io.alphapanda.kite.ticker.TickerLimits;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.SimulatorOptions;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.exchange.WallTime;
import io.alphapanda.local.kite.fault.ArmedFault;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/// A simulated broker and what it takes to listen to it, impatient enough for a test. It is noon in India there, so
/// that no test ever runs across midnight.
public final class Exchange implements AutoCloseable {

    static final String USER = "AB1234";

    public final LiveProgress progress;
    final FakeTokens tokens = new FakeTokens();
    final KiteSimulator simulator;
    private final Vertx vertx;
    private final Path cache;
    private final Clock clock = noon();
    private final ArmedFault upgrades;

    public Exchange(Vertx vertx, Path cache, LiveProgress progress) {
        this.vertx = vertx;
        this.cache = cache;
        this.progress = progress;
        this.simulator = KiteSimulator.start(SimulatorOptions.of(
                        List.of(
                                SimulatedInstrument.equity("NSE", "INFY", 408_065, "1570"),
                                SimulatedInstrument.equity("NSE", "TCS", 2_953_217, "3100"),
                                SimulatedInstrument.equity("NSE", "SBIN", 779_521, "800"),
                                SimulatedInstrument.equity("NSE", "ITC", 424_961, "400"),
                                SimulatedInstrument.index("NSE", "NIFTY 50", 256_265, "26000")),
                        AccountSpec.of(USER, "key", "secret"))
                .withTime(new WallTime(clock))
                .withTicker(Duration.ZERO, Duration.ofMillis(50)));
        // Strikes at the upgrade and does nothing there: it counts.
        this.upgrades = simulator
                .faults()
                .arm(new Fault.DropUpdate())
                .at(Endpoint.TICKER)
                .always();
    }

    private static Clock noon() {
        var now = ZonedDateTime.now(TradingHours.INDIA);
        return Clock.offset(Clock.systemUTC(), Duration.between(now, now.with(LocalTime.NOON)));
    }

    public void login() {
        tokens.login(simulator.accessToken(USER));
    }

    /// How often somebody tried to connect to the ticker.
    int attempts() {
        return upgrades.hits();
    }

    public void trades(String instrument, String price, long quantity) {
        simulator.onTick(instrument, new BigDecimal(price), quantity, clock.instant());
    }

    public KiteSource source(String... instruments) {
        return source(new TickerLimits(3, 3_000), instruments);
    }

    KiteSource source(TickerLimits limits, String... instruments) {
        var settings = new KiteFeedSettings(
                "zerodha",
                List.of(instruments).stream().map(Listing::of).toList(),
                AssetClass.EQUITY,
                TickerCommand.Mode.FULL,
                cache,
                new TradingHours("kite", LocalTime.MIDNIGHT, MarketCalendar.alwaysOpen()),
                Duration.ofMillis(400),
                Duration.ofMillis(600),
                1_000,
                Duration.ofMillis(20),
                new Reconnect(Duration.ofMillis(20), Duration.ofMillis(200)),
                limits,
                Divisors.OF_THE_CLIENTS);
        var account = KiteAccount.zerodha("zerodha", "key", Secret.of("secret"))
                .at(new KiteAccount.Addresses(simulator.restUrl(), simulator.loginUrl(), simulator.tickerUrl()));
        return new KiteSource(settings, account, tokens, vertx, clock, progress);
    }

    /// Of everybody who listens to it.
    public Clock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
