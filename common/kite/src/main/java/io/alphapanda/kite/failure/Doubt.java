package io.alphapanda.kite.failure;

import java.util.regex.Pattern;

/// Texts that take a no back: "Order request timed out. Please check the order book and confirm before placing again."
/// came as HTTP 400, and the order was placed eight seconds later. "Check the orderbook for open orders" of a margin
/// refusal is none of them.
final class Doubt {

    private static final Pattern TEXT = Pattern.compile(
            "timed[ -]?out|time[ -]?out|placing again|order ?book and confirm|unable to confirm|(not|un)confirmed",
            Pattern.CASE_INSENSITIVE);

    private Doubt() {}

    static boolean in(String message) {
        return TEXT.matcher(message).find();
    }
}
