package io.alphapanda.kite.ticker;

import io.alphapanda.kite.market.InstrumentToken;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is said to the ticker, as text frames. A subscription is followed by its mode always: which mode the server
/// starts with is not documented.
public sealed interface TickerCommand {

    /// The frame's text.
    String text();

    record Subscribe(List<InstrumentToken> tokens) implements TickerCommand {
        public Subscribe {
            tokens = some(tokens);
        }

        @Override
        public String text() {
            return "{\"a\":\"subscribe\",\"v\":" + list(tokens) + "}";
        }
    }

    record Unsubscribe(List<InstrumentToken> tokens) implements TickerCommand {
        public Unsubscribe {
            tokens = some(tokens);
        }

        @Override
        public String text() {
            return "{\"a\":\"unsubscribe\",\"v\":" + list(tokens) + "}";
        }
    }

    record Show(Mode mode, List<InstrumentToken> tokens) implements TickerCommand {
        public Show {
            tokens = some(tokens);
        }

        @Override
        public String text() {
            return "{\"a\":\"mode\",\"v\":[\"" + mode.wire() + "\"," + list(tokens) + "]}";
        }
    }

    /// How much of each instrument.
    enum Mode {
        LTP,
        QUOTE,
        FULL;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Both steps of watching instruments.
    static List<TickerCommand> watch(Mode mode, List<InstrumentToken> tokens) {
        return List.of(new Subscribe(tokens), new Show(mode, tokens));
    }

    private static String list(List<InstrumentToken> tokens) {
        return tokens.stream().map(InstrumentToken::toString).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<InstrumentToken> some(List<InstrumentToken> tokens) {
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a ticker command names no instrument; send none then");
        }
        return List.copyOf(tokens);
    }
}
