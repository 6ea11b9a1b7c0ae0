package io.alphapanda.stage.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.secret.Vault;
import io.alphapanda.stage.secret.VaultException;
import io.alphapanda.stage.secret.Vaults;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Logins in the ledger.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
class BrokerSessionsTest {

    private static final String TOKEN = "tOkEnOfTheDay0123456789abcdefXYZ";
    private static final String NEXT_TOKEN = "nExTtOkEn0123456789abcdefghijXYZ";
    private static final Broker ZERODHA = new Broker("zerodha");
    private static final Broker OTHER = new Broker("zerodha-2");
    private static final Instant MORNING = Instant.parse("2026-11-26T03:00:00Z");
    private static final Instant NEXT_SIX = Instant.parse("2026-11-27T00:30:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Mutiny.SessionFactory database;

    @Inject
    FreshContext fresh;

    @Inject
    Vault vault;

    @Inject
    BrokerSessions ofTheHouse;

    @Inject
    ObjectMapper json;

    private Instant now = MORNING;
    private BrokerSessions sessions;

    @BeforeEach
    void nobodyIsLoggedIn() {
        Ledger.rows("delete from broker_sessions");
        sessions = new BrokerSessions(database, fresh, vault, () -> now);
    }

    private static NewSession login(Broker broker, String token) {
        return new NewSession(broker, "AB1234", AccessToken.of(token), MORNING, NEXT_SIX);
    }

    private BrokerSession open(Broker broker, String token) {
        return sessions.open(login(broker, token)).await().atMost(PATIENCE);
    }

    private Optional<BrokerSession> current(Broker broker) {
        return sessions.current(broker).await().atMost(PATIENCE);
    }

    private boolean end(long version, String why) {
        return sessions.end(ZERODHA, version, why).await().atMost(PATIENCE);
    }

    private SessionStatus status() {
        return sessions.status(ZERODHA).await().atMost(PATIENCE);
    }

    @Test
    void accountNobodyLoggedInToHasNoSession() {
        assertThat(current(ZERODHA)).isEmpty();
        assertThat(status()).isEqualTo(new SessionStatus.None());
    }

    @Test
    void loginIsFoundWithItsTokenByEveryProcess() {
        var opened = open(ZERODHA, TOKEN);

        assertThat(current(ZERODHA)).contains(opened);
        assertThat(current(ZERODHA).orElseThrow().token().reveal()).isEqualTo(TOKEN);
        assertThat(current(OTHER)).isEmpty();
        assertThat(opened.version()).isEqualTo(1);
        assertThat(status()).isEqualTo(new SessionStatus.Open(1, "AB1234", MORNING, NEXT_SIX));
    }

    @Test
    void secondLoginTakesTheFirstOnesPlace() {
        open(ZERODHA, TOKEN);
        var second = open(ZERODHA, NEXT_TOKEN);

        assertThat(second.version()).isEqualTo(2);
        assertThat(current(ZERODHA)).contains(second);
    }

    @Test
    void manyLoginsAtOnceEachHaveAVersionOfTheirOwn() {
        var logins = IntStream.range(0, 8)
                .mapToObj(i -> sessions.open(login(ZERODHA, TOKEN + i)))
                .toList();

        var opened = Uni.join().all(logins).andFailFast().await().atMost(PATIENCE);

        assertThat(opened).extracting(BrokerSession::version).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(current(ZERODHA))
                .contains(opened.stream()
                        .filter(each -> each.version() == 8)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void endedSessionIsGoneAndSaysWhy() {
        open(ZERODHA, TOKEN);

        assertThat(end(1, "Kite answered 403")).isTrue();

        assertThat(current(ZERODHA)).isEmpty();
        assertThat(status()).isEqualTo(new SessionStatus.Ended(1, "AB1234", MORNING, MORNING, "Kite answered 403"));
        assertThat(Ledger.rows("select length(token) from broker_sessions")).containsExactly(List.of("0"));
    }

    @Test
    void sessionIsEndedOnceAndKeepsItsFirstReason() {
        open(ZERODHA, TOKEN);

        assertThat(end(1, "first")).isTrue();
        assertThat(end(1, "second")).isFalse();

        assertThat(Ledger.rows("select ended_why from broker_sessions")).containsExactly(List.of("first"));
    }

    @Test
    void refusalOfAnOlderTokenEndsNoNewerSession() {
        open(ZERODHA, TOKEN);
        var newer = open(ZERODHA, NEXT_TOKEN);

        assertThat(end(1, "403 to a request of yesterday")).isFalse();

        assertThat(current(ZERODHA)).contains(newer);
    }

    @Test
    void loginAfterAnEndIsAliveAgain() {
        open(ZERODHA, TOKEN);
        end(1, "logged out");

        open(ZERODHA, NEXT_TOKEN);

        assertThat(current(ZERODHA)).map(BrokerSession::version).contains(2L);
        assertThat(status()).isInstanceOf(SessionStatus.Open.class);
    }

    @Test
    void sessionIsOverAtItsVeryTime() {
        open(ZERODHA, TOKEN);

        now = NEXT_SIX.minusMillis(1);
        assertThat(current(ZERODHA)).isPresent();
        now = NEXT_SIX;
        assertThat(current(ZERODHA)).isEmpty();
        assertThat(status()).isEqualTo(new SessionStatus.Expired(1, "AB1234", MORNING, NEXT_SIX));
    }

    @Test
    void everyQuestionIsAnsweredByTheLedgerAlsoWithinOneTransaction() {
        open(ZERODHA, TOKEN);

        var seen = fresh.run(() -> database.withTransaction(session -> sessions.current(session, ZERODHA)
                        .chain(before -> sessions.end(session, ZERODHA, 1, "in the same transaction")
                                .chain(() -> sessions.current(session, ZERODHA))
                                .map(after -> List.of(before.isPresent(), after.isPresent())))))
                .await()
                .atMost(PATIENCE);

        assertThat(seen).containsExactly(true, false);
    }

    @Test
    void transactionThatFailsOpensNothing() {
        var failing = fresh.run(() -> database.withTransaction(session -> sessions.open(session, login(ZERODHA, TOKEN))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("later trouble")))));

        assertThatThrownBy(() -> failing.await().atMost(PATIENCE)).hasMessage("later trouble");
        assertThat(current(ZERODHA)).isEmpty();
    }

    @Test
    void withoutAKeyNobodyLogsInAndWhoAsksIsToldWhy() {
        var keyless = new BrokerSessions(database, fresh, Vaults.withoutKey(), () -> now);

        assertThatThrownBy(() -> keyless.open(login(ZERODHA, TOKEN)).await().atMost(PATIENCE))
                .isInstanceOf(VaultException.class)
                .hasMessageStartingWith("panda.secrets.key is not set;");
        assertThat(keyless.current(ZERODHA).await().atMost(PATIENCE)).isEmpty();

        open(ZERODHA, TOKEN);
        assertThatThrownBy(() -> keyless.current(ZERODHA).await().atMost(PATIENCE))
                .isInstanceOf(VaultException.class)
                .hasMessageStartingWith("panda.secrets.key is not set;");
        assertThat(keyless.status(ZERODHA).await().atMost(PATIENCE)).isInstanceOf(SessionStatus.Open.class);
    }

    @Test
    void tokenIsNowhereButWhereItIsAskedFor() throws JsonProcessingException {
        var opened = open(ZERODHA, TOKEN);

        assertThat(opened.toString()).doesNotContain(TOKEN);
        assertThat(login(ZERODHA, TOKEN).toString()).doesNotContain(TOKEN);
        assertThat(status().toString()).doesNotContain(TOKEN);
        assertThat(json.writeValueAsString(status())).doesNotContain(TOKEN);
        assertThatThrownBy(() -> json.writeValueAsString(opened.token())).hasMessageNotContaining(TOKEN);
        assertThat(Ledger.count("""
                select count(*) from broker_sessions
                where position(convert_to(?, 'UTF8') in token) > 0
                   or broker_sessions::text like '%' || ? || '%'
                   or broker_sessions::text like '%' || encode(convert_to(?, 'UTF8'), 'hex') || '%'
                """, TOKEN, TOKEN, TOKEN)).isZero();
        assertThat(Ledger.rows("select length(token) from broker_sessions"))
                .containsExactly(List.of(String.valueOf(1 + 12 + TOKEN.length() + 16)));
    }

    @Test
    void rowMovedToAnotherAccountDoesNotOpen() {
        open(ZERODHA, TOKEN);
        Ledger.rows("update broker_sessions set broker = 'zerodha-2'");

        assertThatThrownBy(() -> current(OTHER))
                .isInstanceOf(VaultException.class)
                .hasMessageStartingWith("session/zerodha-2/1 does not open");
    }

    @Test
    void houseHasOneForAllItsRooms() {
        assertThat(ofTheHouse.status(ZERODHA).await().atMost(PATIENCE)).isEqualTo(new SessionStatus.None());
    }
}
