package io.alphapanda.feed;

import io.alphapanda.domain.calendar.NseCalendar;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.feed.kite.KiteFeedSettings;
import io.alphapanda.feed.kite.TradingHours;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.ticker.Divisors;
import io.alphapanda.kite.ticker.Reconnect;
import io.alphapanda.kite.ticker.TickerCommand;
import io.alphapanda.kite.ticker.TickerLimits;
import io.alphapanda.stage.broker.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/// Reads how Kite is to be listened to.
final class KiteReading {

    private KiteReading() {}

    /// @throws ConfigurationException if anything in it can't be used
    static KiteFeedSettings of(FeedConfiguration configuration) {
        var kite = configuration.kite();
        if (!configuration.speed().equals("1x")) {
            throw new ConfigurationException(Checked.PREFIX + "speed '" + configuration.speed()
                    + "' must be 1x for source kite: live ticks come when they come; leave it out");
        }
        configuration.venue().ifPresent(venue -> {
            throw new ConfigurationException(Checked.PREFIX + "venue '" + venue
                    + "' is not for source kite: its instruments name their exchange; leave it out");
        });
        return new KiteFeedSettings(
                kite.account(),
                instruments(kite.instruments().orElse(List.of())),
                assetClass(configuration.assetClass().orElse(AssetClass.EQUITY.label())),
                mode(kite.mode()),
                Checked.value("kite.cache-directory", () -> Path.of(kite.cacheDirectory())),
                new TradingHours(
                        prefix(configuration.stream().orElse("kite")), begins(kite.begins()), NseCalendar.cash()),
                Duration.ofMillis(Checked.number("kite.silent-millis", kite.silentMillis(), 100, 60_000)),
                Duration.ofSeconds(Checked.number("kite.stall-seconds", kite.stallSeconds(), 1, 3_600)),
                (int) Checked.number("kite.queue", kite.queue(), 100, 1_000_000),
                Duration.ofSeconds(Checked.number("kite.login-poll-seconds", kite.loginPollSeconds(), 1, 300)),
                Reconnect.USUAL,
                TickerLimits.OF_KITE,
                divisors(Checked.number("kite.bcd-divisor", kite.bcdDivisor(), 1, 1_000_000_000)));
    }

    private static List<Listing> instruments(List<String> names) {
        var listings = names.stream()
                .map(String::strip)
                .map(each -> Checked.value("kite.instruments", () -> Listing.of(each)))
                .distinct()
                .toList();
        if (listings.isEmpty() || listings.size() > KiteFeedSettings.MOST_INSTRUMENTS) {
            throw new ConfigurationException(Checked.PREFIX + "kite.instruments names " + listings.size()
                    + " instruments; name 1 to " + KiteFeedSettings.MOST_INSTRUMENTS + ", such as NSE:INFY,NSE:TCS");
        }
        return listings;
    }

    private static AssetClass assetClass(String label) {
        var assetClass = Checked.value("asset-class", () -> AssetClass.of(label));
        return switch (assetClass) {
            case EQUITY, OPTIONS, FOREX -> assetClass;
            case CRYPTO ->
                throw new ConfigurationException(Checked.PREFIX
                        + "asset-class 'crypto' must be equity, options or forex for source kite; Kite has no crypto");
        };
    }

    private static TickerCommand.Mode mode(String text) {
        return switch (text) {
            case "ltp" -> TickerCommand.Mode.LTP;
            case "quote" -> TickerCommand.Mode.QUOTE;
            case "full" -> TickerCommand.Mode.FULL;
            default ->
                throw new ConfigurationException(
                        Checked.PREFIX + "kite.mode '" + text + "' must be ltp, quote or full; leave it out for full");
        };
    }

    /// A day is written in as many characters whatever the day.
    private static String prefix(String text) {
        Checked.value("stream", () -> new StreamId(text + "-" + LocalDate.EPOCH));
        return text;
    }

    private static LocalTime begins(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException _) {
            throw new ConfigurationException(
                    Checked.PREFIX + "kite.begins '" + text + "' must be a time of day such as 08:30");
        }
    }

    private static Divisors divisors(long bcd) {
        var usual = Divisors.OF_THE_CLIENTS;
        return Checked.value("kite.bcd-divisor", () -> new Divisors(usual.usual(), usual.cds(), bcd));
    }
}
