package io.alphapanda.api.access;

import io.alphapanda.api.auth.AccessTokens;
import io.alphapanda.api.auth.AuthMode;
import io.alphapanda.api.auth.Standings;
import io.alphapanda.api.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Says who asks, from the header `Authorization`.
@Singleton
final class Authentication {

    private static final String SCHEME = "Bearer ";

    private final AuthMode mode;
    private final AccessTokens tokens;
    private final Standings standings;

    Authentication(AuthMode mode, AccessTokens tokens, Standings standings) {
        this.mode = mode;
        this.tokens = tokens;
        this.standings = standings;
    }

    /// @param header `Authorization`
    /// @return without a role, if it holds no token of ours, or of a login that has ended
    Uni<Caller> of(String client, Optional<String> header) {
        if (!mode.isOn()) {
            return Uni.createFrom().item(Caller.local(client));
        }
        return header.filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip())
                .flatMap(tokens::read)
                .map(claims -> standings.role(claims).map(role -> role.map(each ->
                                new Caller(claims.user(), Optional.of(each), client, Optional.of(claims.session())))
                        .orElseGet(() -> Caller.unknown(client))))
                .orElseGet(() -> Uni.createFrom().item(Caller.unknown(client)));
    }
}
