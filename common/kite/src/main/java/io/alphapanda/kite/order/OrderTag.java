package io.alphapanda.kite.order;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Pattern;

/// The mark by which an order of ours is found in Kite's book when the answer to placing it is lost. Derived from our
/// order's id, so that a process that knows the id, and nothing else, knows the tag.
///
/// `AP`, then the id's SHA-256 modulo 36^18, written with the 18 digits and capital letters of base 36: 20
/// characters, Kite's most, and alphanumeric, Kite's documented alphabet. One letter case only, because nobody
/// promises that Kite keeps it.
///
/// Two of `n` orders share a tag with a probability below n² / 2^94 (36^18 > 2^93): 1.3e-21 for a day's 5,000, 5e-15
/// for ten million orders. Kite itself never compares tags and rejects nothing for a tag that is there already.
///
/// @param value letters and digits; at most 20
public record OrderTag(String value) {

    private static final String OURS = "AP";
    private static final int DIGITS = 18;
    private static final BigInteger SPACE = BigInteger.valueOf(36).pow(DIGITS);
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,20}");

    public OrderTag {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("tag '" + value + "' must match " + FORM);
        }
    }

    /// @param orderId our own id of the order; unique for ever, not only for a day
    public static OrderTag of(String orderId) {
        if (orderId.isBlank()) {
            throw new IllegalArgumentException("order id is blank; a tag is derived from our own id of the order");
        }
        var number = new BigInteger(1, sha256(orderId)).mod(SPACE).toString(36).toUpperCase(Locale.ROOT);
        return new OrderTag(OURS + "0".repeat(DIGITS - number.length()) + number);
    }

    /// Whether a row of the book carries this tag, as its tag or among its tags, in either letter case.
    public boolean marks(KiteOrder order) {
        return value.equalsIgnoreCase(order.tag()) || order.tags().stream().anyMatch(value::equalsIgnoreCase);
    }

    @Override
    public String toString() {
        return value;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
