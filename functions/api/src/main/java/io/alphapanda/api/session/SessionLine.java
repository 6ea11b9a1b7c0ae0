package io.alphapanda.api.session;

import io.alphapanda.domain.order.Reality;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.session.SessionStatus;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One account's login; what does not apply is null.
///
/// @param broker    the account
/// @param kind      what executes its orders: `paper`, `zerodha`
/// @param reality   whether its executions are real
/// @param state     how the login stands
/// @param userId    who logged in, as the broker names them
/// @param openedAt  when
/// @param expiresAt when the broker ends it by itself
/// @param endedAt   when it was ended before that
/// @param endedWhy  why, for people
/// @param login     where a person logs in
@Schema(description = "One account's login; never its token")
public record SessionLine(
        String broker,
        String kind,
        Reality reality,
        SessionState state,
        Optional<String> userId,
        Optional<Instant> openedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> endedAt,
        Optional<String> endedWhy,

        @Schema(description = "Where a person logs in; null if this house does not say")
        Optional<String> login) {

    static SessionLine notNeeded(BrokerAccount account) {
        return new SessionLine(
                account.broker().name(),
                account.kind(),
                account.reality(),
                SessionState.NOT_NEEDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static SessionLine of(BrokerAccount account, SessionStatus status, Optional<String> login) {
        return switch (status) {
            case SessionStatus.None() ->
                line(account, SessionState.NONE, Optional.empty(), Optional.empty(), Optional.empty(), login);
            case SessionStatus.Open open ->
                line(
                        account,
                        SessionState.OPEN,
                        Optional.of(open.userId()),
                        Optional.of(open.openedAt()),
                        Optional.of(open.expiresAt()),
                        login);
            case SessionStatus.Expired over ->
                line(
                        account,
                        SessionState.EXPIRED,
                        Optional.of(over.userId()),
                        Optional.of(over.openedAt()),
                        Optional.of(over.expiresAt()),
                        login);
            case SessionStatus.Ended ended ->
                line(
                                account,
                                SessionState.ENDED,
                                Optional.of(ended.userId()),
                                Optional.of(ended.openedAt()),
                                Optional.empty(),
                                login)
                        .ended(ended.endedAt(), ended.why());
        };
    }

    private static SessionLine line(
            BrokerAccount account,
            SessionState state,
            Optional<String> userId,
            Optional<Instant> openedAt,
            Optional<Instant> expiresAt,
            Optional<String> login) {
        return new SessionLine(
                account.broker().name(),
                account.kind(),
                account.reality(),
                state,
                userId,
                openedAt,
                expiresAt,
                Optional.empty(),
                Optional.empty(),
                login);
    }

    private SessionLine ended(Instant at, String why) {
        return new SessionLine(
                broker, kind, reality, state, userId, openedAt, expiresAt, Optional.of(at), Optional.of(why), login);
    }
}
