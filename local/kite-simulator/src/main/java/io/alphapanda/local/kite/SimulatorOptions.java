package io.alphapanda.local.kite;

import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.ExchangeTerms;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.exchange.SimulatorTime;
import io.alphapanda.local.kite.exchange.WallTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// How a simulator runs.
///
/// @param port           0 picks a free one
/// @param time           the simulator's own from then on: closing the simulator closes it
/// @param rateLimits     429 beyond the broker's limits
/// @param loginPage      a page with a link, for a person; without it the login redirects at once
/// @param tickerInterval prices are collected so long before a frame is sent; zero sends at once
/// @param heartbeat      after so long without a frame comes one byte
public record SimulatorOptions(
        int port,
        List<SimulatedInstrument> instruments,
        List<AccountSpec> accounts,
        ExchangeTerms terms,
        SimulatorTime time,
        boolean rateLimits,
        boolean loginPage,
        Duration tickerInterval,
        Duration heartbeat) {
    public SimulatorOptions {
        instruments = List.copyOf(instruments);
        accounts = List.copyOf(accounts);
        require(port >= 0 && port <= 65_535, "port", port, "must be 0 to 65535");
        require(!accounts.isEmpty(), "accounts", 0, "must be at least one");
        require(
                distinct(accounts.stream().map(AccountSpec::userId).toList())
                        && distinct(accounts.stream().map(AccountSpec::apiKey).toList()),
                "accounts",
                accounts,
                "must differ in user and API key");
        require(
                distinct(instruments.stream().map(SimulatedInstrument::key).toList()),
                "instruments",
                instruments.size(),
                "must differ in exchange and symbol");
        require(!tickerInterval.isNegative(), "tickerInterval", tickerInterval, "must not be negative");
        require(heartbeat.isPositive(), "heartbeat", heartbeat, "must be positive");
    }

    /// A free port, real time, always open, no rate limits, login at once, prices at once, heartbeats of 2 s.
    public static SimulatorOptions of(List<SimulatedInstrument> instruments, AccountSpec... accounts) {
        return new SimulatorOptions(
                0,
                instruments,
                List.of(accounts),
                ExchangeTerms.defaults(),
                new WallTime(Clock.systemUTC()),
                false,
                false,
                Duration.ZERO,
                Duration.ofSeconds(2));
    }

    public SimulatorOptions withPort(int number) {
        return new SimulatorOptions(
                number, instruments, accounts, terms, time, rateLimits, loginPage, tickerInterval, heartbeat);
    }

    public SimulatorOptions withTerms(ExchangeTerms other) {
        return new SimulatorOptions(
                port, instruments, accounts, other, time, rateLimits, loginPage, tickerInterval, heartbeat);
    }

    /// Instead of the one it had, which is closed.
    public SimulatorOptions withTime(SimulatorTime other) {
        time.close();
        return new SimulatorOptions(
                port, instruments, accounts, terms, other, rateLimits, loginPage, tickerInterval, heartbeat);
    }

    public SimulatorOptions withRateLimits() {
        return new SimulatorOptions(
                port, instruments, accounts, terms, time, true, loginPage, tickerInterval, heartbeat);
    }

    public SimulatorOptions withLoginPage() {
        return new SimulatorOptions(
                port, instruments, accounts, terms, time, rateLimits, true, tickerInterval, heartbeat);
    }

    public SimulatorOptions withTicker(Duration interval, Duration beat) {
        return new SimulatorOptions(port, instruments, accounts, terms, time, rateLimits, loginPage, interval, beat);
    }

    private static boolean distinct(List<String> values) {
        return values.stream().distinct().count() == values.size();
    }

    private static void require(boolean condition, String field, Object value, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("Kite simulator option %s %s but is %s".formatted(field, rule, value));
        }
    }
}
