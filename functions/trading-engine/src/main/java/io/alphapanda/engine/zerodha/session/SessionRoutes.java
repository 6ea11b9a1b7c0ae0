package io.alphapanda.engine.zerodha.session;

import io.alphapanda.engine.control.ControlKey;
import io.alphapanda.kite.Secret;
import io.alphapanda.stage.session.BrokerSessions;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiFunction;

/// The doors a person logs in through.
///
/// ```
/// GET    /brokers/{broker}/login                        302 to the broker's page
/// GET    /brokers/{broker}/session?request_token=…      the way back from there: a page
/// GET    /brokers/{broker}/session                      status, JSON
/// DELETE /brokers/{broker}/session                      logout, then the status
/// ```
///
/// They stand beside the function door, which takes POST alone, and before Funqy, whose path is everything.
@ApplicationScoped
public class SessionRoutes {

    private static final int BEFORE_FUNQY = -900;
    private static final String LOGIN = "/brokers/:broker/login";
    private static final String SESSION = "/brokers/:broker/session";
    private static final int LONGEST_SHOWN = 24;

    private final ZerodhaAccounts accounts;
    private final Logins logins;
    private final BrokerSessions sessions;
    private final ControlKey key;

    SessionRoutes(ZerodhaAccounts accounts, Logins logins, BrokerSessions sessions, ControlKey key) {
        this.accounts = accounts;
        this.logins = logins;
        this.sessions = sessions;
        this.key = key;
    }

    void stand(@Observes Router router) {
        router.get(LOGIN).order(BEFORE_FUNQY).handler(http -> of(http, this::login));
        router.get(SESSION).order(BEFORE_FUNQY).handler(http -> of(http, this::session));
        router.delete(SESSION).order(BEFORE_FUNQY).handler(key::ask).handler(http -> of(http, this::logOut));
    }

    /// Finds the account, and sees to it that every question ends in an answer.
    private void of(
            RoutingContext http, BiFunction<RoutingContext, ZerodhaAccounts.Served, Uni<SessionAnswer>> answering) {
        var name = http.pathParam("broker");
        var served = accounts.find(name);
        if (served.isEmpty()) {
            var shown = name.substring(0, Math.min(name.length(), LONGEST_SHOWN));
            SessionAnswer.unknownBroker(shown, accounts.names(), http.normalizedPath())
                    .send(http);
            return;
        }
        Uni.createFrom()
                .deferred(() -> answering.apply(http, served.get()))
                .onFailure()
                .recoverWithItem(failure -> SessionAnswer.failure(
                        failure, served.get().account().account(), isForAPerson(http), http.normalizedPath()))
                .subscribe()
                .with(answer -> answer.send(http));
    }

    private Uni<SessionAnswer> login(RoutingContext http, ZerodhaAccounts.Served served) {
        return logins.begin(served).map(SessionAnswer::redirect);
    }

    private Uni<SessionAnswer> session(RoutingContext http, ZerodhaAccounts.Served served) {
        return isForAPerson(http) ? back(http, served) : status(served);
    }

    private Uni<SessionAnswer> back(RoutingContext http, ZerodhaAccounts.Served served) {
        var account = served.account().account();
        if (!"success".equals(http.request().getParam("status"))) {
            throw LoginRefusedException.notFinished();
        }
        var begun = http.request().getParam("account");
        if (begun != null
                && !begun.equals(account.broker().name())
                && accounts.find(begun).isPresent()) {
            throw LoginRefusedException.otherAccount(begun, account.broker().name());
        }
        return logins.finish(served, state(http), requestToken(http))
                .map(session -> SessionAnswer.page(200, SessionPage.loggedIn(account, session)));
    }

    private static String state(RoutingContext http) {
        var state = http.request().getParam("state");
        if (state == null || !state.matches("[A-Za-z0-9_-]{1,64}")) {
            throw LoginRefusedException.unreadable("state");
        }
        return state;
    }

    private static Secret requestToken(RoutingContext http) {
        var text = http.request().getParam("request_token");
        try {
            return Secret.of(text == null ? "" : text);
        } catch (IllegalArgumentException _) {
            throw LoginRefusedException.unreadable("request_token");
        }
    }

    private Uni<SessionAnswer> status(ZerodhaAccounts.Served served) {
        var account = served.account().account();
        return sessions.status(account.broker()).map(status -> SessionAnswer.status(account, status));
    }

    private Uni<SessionAnswer> logOut(RoutingContext http, ZerodhaAccounts.Served served) {
        return logins.logOut(served).chain(() -> status(served));
    }

    /// Whoever logs in, or comes back from the broker's page, is shown a page.
    private static boolean isForAPerson(RoutingContext http) {
        var request = http.request();
        return http.normalizedPath().endsWith("/login")
                || request.getParam("request_token") != null
                || request.getParam("status") != null;
    }
}
