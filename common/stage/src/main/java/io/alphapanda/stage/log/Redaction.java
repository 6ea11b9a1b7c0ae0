package io.alphapanda.stage.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of a text whatever looks like a secret. The house logs none; this is for what others put into their
/// messages: an address with a password, a header, a token.
public final class Redaction {

    static final String REDACTED = "[redacted]";

    private static final String NAME =
            "(?:password|passwd|pwd|secret|token|api[_-]?key|api[_-]?secret|authorization|credential|cookie|enctoken|checksum)";

    /// Each with what may stay as its first group.
    private static final List<Pattern> SECRETS = List.of(
            // postgresql://user:password@host
            Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]*://[^\\s/:@]*:)[^\\s@/]+(?=@)"),
            // Authorization: Bearer …, token api_key:access_token
            Pattern.compile("(?i)(\\b(?:(?:bearer|basic)\\s+|token\\s+\\w+:))[\\w.~+/=-]{8,}"),
            // password=…, "accessToken": "…"
            Pattern.compile("(?i)([\\w.-]{0,40}" + NAME
                    + "[\\w.-]{0,40}[\"']?\\s*[=:]\\s*[\"']?)(?!\\[redacted])[^\\s\"',;&}]+"),
            // eyJ….eyJ….…
            Pattern.compile("(\\b)eyJ[\\w-]{5,}(?:\\.[\\w-]*){0,2}"));

    /// At most so much of a text is looked through: nobody waits for patterns that go through a book.
    private static final int LOOKED_AT = 2 * LogLine.LONGEST;

    private Redaction() {}

    /// As much of it as a line may hold.
    public static String of(String text) {
        var clean = text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
        for (var secret : SECRETS) {
            clean = secret.matcher(clean).replaceAll("$1" + Matcher.quoteReplacement(REDACTED));
        }
        return LogLine.bounded(clean);
    }
}
