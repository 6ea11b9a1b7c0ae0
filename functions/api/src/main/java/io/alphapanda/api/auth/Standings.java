package io.alphapanda.api.auth;

import io.alphapanda.api.auth.AccessTokens.Claims;
import io.alphapanda.api.caller.Role;
import io.alphapanda.api.ledger.LedgerSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Whether logins still stand. The ledger is asked, and its answer believed for two seconds: so long at most works what
/// was taken away through another process of this room; what was taken away through this one ends at once.
@Singleton
public final class Standings {

    private static final Duration BELIEVED = Duration.ofSeconds(2);

    /// Sessions remembered; more are asked for anew.
    private static final int MOST = 10_000;

    private final LedgerSql ledger;
    private final Clock clock;
    private final Map<UUID, Heard> heard = new ConcurrentHashMap<>();

    Standings(LedgerSql ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Heard(Optional<Standing> standing, long atNanos) {
        boolean isOld() {
            return System.nanoTime() - atNanos > BELIEVED.toNanos();
        }
    }

    private record Standing(String user, Role role, long version, Instant until) {
        boolean covers(Claims claims, Instant now) {
            return user.equals(claims.user()) && version == claims.version() && until.isAfter(now);
        }
    }

    /// The role of whoever the token is of; empty if their login has ended, or they were changed since.
    public Uni<Optional<Role>> role(Claims claims) {
        return of(claims.session()).map(found -> found.filter(each -> each.covers(claims, clock.instant()))
                .map(Standing::role));
    }

    private Uni<Optional<Standing>> of(UUID session) {
        var known = heard.get(session);
        if (known != null && !known.isOld()) {
            return Uni.createFrom().item(known.standing());
        }
        return ledger.run(
                        "select u.name, u.role, u.version, s.expires_at from user_sessions s join users u on u.name = s.user_name"
                                + " where s.id = $1 and s.ended_at is null and u.enabled",
                        session)
                .map(rows -> rows.size() == 0
                        ? Optional.<Standing>empty()
                        : Optional.of(standing(rows.iterator().next())))
                .invoke(found -> remember(session, found));
    }

    private void remember(UUID session, Optional<Standing> found) {
        if (heard.size() >= MOST) {
            heard.clear();
        }
        heard.put(session, new Heard(found, System.nanoTime()));
    }

    private static Standing standing(Row row) {
        return new Standing(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getLong("version"),
                LedgerSql.time(row, "expires_at"));
    }

    /// Whatever was changed here holds here at once.
    void forgetAll() {
        heard.clear();
    }
}
