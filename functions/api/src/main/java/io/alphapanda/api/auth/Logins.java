package io.alphapanda.api.auth;

import io.alphapanda.api.audit.Action;
import io.alphapanda.api.audit.Audit;
import io.alphapanda.api.audit.Audit.Outcome;
import io.alphapanda.api.auth.AccessTokens.Claims;
import io.alphapanda.api.auth.Sessions.Opened;
import io.alphapanda.api.auth.Sessions.Turn;
import io.alphapanda.api.caller.Caller;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/// Logging in, going on, logging out. Whatever is wrong with a login is said in the same words.
@Singleton
final class Logins {

    private final AuthMode mode;
    private final LoginThrottle throttle;
    private final FirstAdmin first;
    private final Users users;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Standings standings;
    private final Audit audit;

    Logins(
            AuthMode mode,
            LoginThrottle throttle,
            FirstAdmin first,
            Users users,
            PasswordHashes hashes,
            Sessions sessions,
            AccessTokens tokens,
            Standings standings,
            Audit audit) {
        this.mode = mode;
        this.throttle = throttle;
        this.first = first;
        this.users = users;
        this.hashes = hashes;
        this.sessions = sessions;
        this.tokens = tokens;
        this.standings = standings;
        this.audit = audit;
    }

    Uni<Tokens> logIn(Caller caller, String name, String password) {
        requireOn();
        var user = name.strip().toLowerCase(Locale.ROOT);
        // What is no name is nobody's; it is not looked up, and goes into no key and no log.
        var known = User.isName(user) ? user : "";
        return throttle.admit(known, caller.client()).chain(() -> find(known)).chain(found -> hashes.matches(
                        password, found.map(User::hash))
                .chain(right -> right && found.get().enabled() ? welcome(caller, found.get()) : refuse(caller, known)));
    }

    private Uni<Optional<User>> find(String name) {
        return name.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : users.find(name)
                        .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : first.find(name));
    }

    private Uni<Tokens> welcome(Caller caller, User user) {
        return throttle.forget(user.name(), caller.client())
                .chain(() -> sessions.open(user.name(), caller.client()))
                .call(() -> audit.note(as(caller, user.name()), Action.LOGIN, user.name(), Outcome.DONE))
                .map(opened -> pair(user, opened));
    }

    private Uni<Tokens> refuse(Caller caller, String user) {
        return audit.note(caller, Action.LOGIN, user, new Outcome("REFUSED", "user or password is wrong"))
                .chain(() -> Uni.createFrom().failure(unauthenticated("user or password is wrong")));
    }

    /// The next pair of tokens. A token that was used before ends its session, and with it whoever has the other one.
    Uni<Tokens> refresh(Caller caller, String text) {
        requireOn();
        return sessions.turn(new RefreshToken(text)).chain(turn -> switch (turn) {
            case Turn.Went went -> users.find(went.user()).map(user -> pair(user.orElseThrow(), went.opened()));
            case Turn.Again again -> {
                standings.forgetAll();
                yield audit.note(
                                as(caller, again.user()),
                                Action.REFRESH_REPEATED,
                                again.user(),
                                new Outcome("ENDED", "the session " + again.session() + " was ended"))
                        .chain(() -> Uni.createFrom().failure(over()));
            }
            case Turn.Unknown _ -> Uni.createFrom().failure(over());
        });
    }

    /// Ends the session; one that is over already is over.
    Uni<Void> logOut(Caller caller, String text) {
        requireOn();
        return sessions.end(new RefreshToken(text))
                .invoke(standings::forgetAll)
                .chain(ended -> ended.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : audit.note(
                                as(caller, ended.get().user()),
                                Action.LOGOUT,
                                ended.get().user(),
                                Outcome.DONE));
    }

    private Tokens pair(User user, Opened opened) {
        var claims = new Claims(user.name(), user.version(), opened.session());
        return new Tokens(
                tokens.issue(claims),
                AccessTokens.LIFE.toSeconds(),
                opened.token().text(),
                opened.expiresAt());
    }

    private static Caller as(Caller caller, String name) {
        return new Caller(name, caller.role(), caller.client(), caller.session());
    }

    private void requireOn() {
        if (!mode.isOn()) {
            throw ProblemException.of(ProblemType.BAD_REQUEST, "nobody logs in here: auth is off, this is local mode");
        }
    }

    private static ProblemException over() {
        return unauthenticated("the session is over; log in again");
    }

    private static ProblemException unauthenticated(String detail) {
        return ProblemException.of(ProblemType.UNAUTHENTICATED, detail);
    }
}
