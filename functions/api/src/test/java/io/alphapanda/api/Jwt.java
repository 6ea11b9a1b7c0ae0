package io.alphapanda.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens made by hand, good ones and forged ones (RFC 7515, RFC 7519).
final class Jwt {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Jwt() {}

    static String randomKey() {
        var bytes = new byte[64];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Map<String, Object> claims(String user, String session, long version) {
        var now = FixedClock.NOW;
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", "alpha-panda");
        claims.put("aud", "alpha-panda/api");
        claims.put("sub", user);
        claims.put("sid", session);
        claims.put("ver", version);
        claims.put("iat", now.getEpochSecond());
        // The packaged function has a real clock, the one under test a fixed one; both are to believe it.
        claims.put("exp", Instant.now().plusSeconds(86_400).getEpochSecond());
        return claims;
    }

    static String of(String key, Map<String, Object> claims) {
        return of(key, Map.of("alg", "HS256", "kid", id(key)), claims);
    }

    static String of(String key, Map<String, Object> header, Map<String, Object> claims) {
        var signed = text(header) + "." + text(claims);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            return signed + "." + TEXT.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// Not signed at all.
    static String unsigned(Map<String, Object> claims) {
        return text(Map.of("alg", "none")) + "." + text(claims) + ".";
    }

    static String id(String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(key));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Map<String, Object> part) {
        try {
            return TEXT.encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
