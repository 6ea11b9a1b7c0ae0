package io.alphapanda.kite.failure;

import io.alphapanda.kite.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Takes what must stay secret out of what others wrote, before it reaches a log, an exception or a person.
///
/// @param secrets everything the request carried
public record Masking(List<Secret> secrets) {

    /// For what belongs to no request.
    public static final Masking NONE = new Masking(List.of());

    public Masking {
        secrets = List.copyOf(secrets);
    }

    /// `text` on one line, bounded, every secret in it replaced.
    public String masked(String text) {
        var clean = text;
        for (var each : secrets) {
            clean = clean.replace(each.reveal(), each.toString())
                    .replace(URLEncoder.encode(each.reveal(), StandardCharsets.UTF_8), each.toString());
        }
        clean = clean.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() > KiteError.MAX_MESSAGE ? clean.substring(0, KiteError.MAX_MESSAGE) + "…" : clean;
    }
}
