package io.alphapanda.api.auth;

import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/// Access tokens: signed statements of who somebody is, for five minutes (JWT, RFC 7519). They say nothing the ledger
/// does not say too; whether the login still stands is asked of it.
@Singleton
public final class AccessTokens {

    /// How long one is good.
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final String ISSUER = "alpha-panda";
    private static final String AUDIENCE = "alpha-panda/api";
    private static final String SESSION = "sid";
    private static final String VERSION = "ver";
    private static final int LONGEST = 2_000;
    private static final int SKEW_SECONDS = 5;

    private final SigningKeys keys;
    private final Clock clock;

    AccessTokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// What a token says.
    ///
    /// @param user    whose it is
    /// @param version of that user when it was made
    /// @param session the login it came from
    public record Claims(String user, long version, UUID session) {}

    String issue(Claims claims) {
        var now = clock.instant();
        var says = new JwtClaims();
        says.setIssuer(ISSUER);
        says.setAudience(AUDIENCE);
        says.setSubject(claims.user());
        says.setStringClaim(SESSION, claims.session().toString());
        says.setClaim(VERSION, claims.version());
        says.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        says.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
        var token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setKeyIdHeaderValue(keys.currentId());
        token.setKey(keys.find(keys.currentId()).orElseThrow());
        token.setPayload(says.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token can't be signed", e);
        }
    }

    /// What a token says; empty if it is none of ours, or none any more.
    public Optional<Claims> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        var reader = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setVerificationKeyResolver(this::key)
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .build();
        try {
            var says = reader.processToClaims(token);
            return Optional.of(new Claims(
                    says.getSubject(),
                    ((Number) says.getClaimValue(VERSION, Number.class)).longValue(),
                    UUID.fromString(says.getStringClaimValue(SESSION))));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException | NullPointerException _) {
            return Optional.empty();
        }
    }

    /// Only a token that names one of our keys can be ours.
    private Key key(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        var id = token.getKeyIdHeaderValue();
        return Optional.ofNullable(id)
                .flatMap(keys::find)
                .orElseThrow(() -> new UnresolvableKeyException("no key of ours"));
    }
}
