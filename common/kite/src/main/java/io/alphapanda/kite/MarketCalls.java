package io.alphapanda.kite;

import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.failure.Reads;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.json.KiteTime;
import io.alphapanda.kite.json.UnreadableException;
import io.alphapanda.kite.market.Candle;
import io.alphapanda.kite.market.InstrumentList;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.Interval;
import io.alphapanda.kite.market.KiteInstrument;
import io.alphapanda.kite.market.LastPrice;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.market.OhlcQuote;
import io.alphapanda.kite.market.Quote;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Prices and instruments, as an account with data access sees them. An instrument that Kite does not know is missing
/// from the answer, never null.
public final class MarketCalls {

    private static final int MAX_QUOTES = 500;
    private static final int MAX_PRICES = 1000;

    private final Exchange exchange;
    private final KiteRest rest;
    private final String authorization;
    private final Masking masking;

    MarketCalls(Exchange exchange, String authorization, Masking masking) {
        this.exchange = exchange;
        this.rest = exchange.rest();
        this.authorization = authorization;
        this.masking = masking;
    }

    /// @param listings 1 to 500
    public Uni<Map<Listing, Quote>> quotes(Collection<Listing> listings) {
        return asked("GET /quote", listings, MAX_QUOTES, Quote.class, names -> rest.quotes(authorization, names));
    }

    /// @param listings 1 to 1000
    public Uni<Map<Listing, OhlcQuote>> ohlc(Collection<Listing> listings) {
        return asked(
                "GET /quote/ohlc", listings, MAX_PRICES, OhlcQuote.class, names -> rest.ohlc(authorization, names));
    }

    /// @param listings 1 to 1000
    public Uni<Map<Listing, LastPrice>> lastPrices(Collection<Listing> listings) {
        return asked(
                "GET /quote/ltp",
                listings,
                MAX_PRICES,
                LastPrice.class,
                names -> rest.lastPrices(authorization, names));
    }

    /// The day's list of everything, fetched once a day in the morning; parsed off the event loop.
    ///
    /// @param wanted what to keep of it
    public Uni<InstrumentList> instruments(Predicate<KiteInstrument> wanted) {
        return list("GET /instruments", wanted, () -> rest.instruments(authorization));
    }

    /// The same of one exchange.
    public Uni<InstrumentList> instruments(String exchangeName, Predicate<KiteInstrument> wanted) {
        check(exchangeName);
        return list("GET /instruments/" + exchangeName, wanted, () -> rest.instrumentsOf(authorization, exchangeName));
    }

    /// The same as a file, packed as it came, for whoever keeps it; [InstrumentList#read] reads it.
    public Uni<byte[]> instrumentFile(String exchangeName) {
        check(exchangeName);
        return exchange.file(
                "GET /instruments/" + exchangeName, masking, () -> rest.instrumentsOf(authorization, exchangeName));
    }

    private static void check(String exchangeName) {
        if (!exchangeName.matches("[A-Z0-9]{1,12}")) {
            throw new IllegalArgumentException("exchange '" + exchangeName + "' must match [A-Z0-9]{1,12}");
        }
    }

    /// Past prices; not for following the market.
    ///
    /// @param from         of the first candle
    /// @param to           of the last, which is included; at most [Interval#maxDays()] later
    /// @param openInterest whether to ask for it
    public Uni<List<Candle>> candles(
            InstrumentToken token, Interval interval, Instant from, Instant to, boolean openInterest) {
        var span = Duration.between(from, to);
        if (span.isNegative() || span.compareTo(Duration.ofDays(interval.maxDays())) > 0) {
            throw new IllegalArgumentException("candles from " + from + " to " + to + " must span 0 to "
                    + interval.maxDays() + " days for " + interval.wire() + "; ask in parts");
        }
        return exchange.read(
                "GET /instruments/historical/" + token + "/" + interval.wire(),
                masking,
                Candle.SHAPE,
                () -> rest.candles(
                        authorization,
                        token.toString(),
                        interval.wire(),
                        KiteTime.text(from),
                        KiteTime.text(to),
                        openInterest ? "1" : "0"));
    }

    private <T> Uni<Map<Listing, T>> asked(
            String what,
            Collection<Listing> listings,
            int most,
            Class<T> type,
            Function<List<String>, Uni<Response>> call) {
        if (listings.isEmpty() || listings.size() > most) {
            throw new IllegalArgumentException(
                    what + " for " + listings.size() + " instruments must be for 1 to " + most + "; ask in parts");
        }
        var names = listings.stream().map(Listing::toString).toList();
        return exchange.read(what, masking, KiteJson.mapOf(type), () -> call.apply(names))
                .map(MarketCalls::byListing);
    }

    private static <T> Map<Listing, T> byListing(Map<String, T> named) {
        var byListing = new LinkedHashMap<Listing, T>();
        named.forEach((name, value) -> byListing.put(Listing.of(name), value));
        return byListing;
    }

    private Uni<InstrumentList> list(String what, Predicate<KiteInstrument> wanted, Supplier<Uni<Response>> call) {
        return exchange.file(what, masking, call)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(file -> {
                    try {
                        return InstrumentList.read(new ByteArrayInputStream(file), wanted);
                    } catch (UnreadableException e) {
                        throw Reads.unreadable(exchange.account().name() + " " + what, e);
                    }
                });
    }
}
