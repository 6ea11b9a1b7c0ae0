package io.alphapanda.feed.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.calendar.NseCalendar;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.feed.RecordedDay;
import io.alphapanda.feed.kite.AccessTokens.Access;
import io.alphapanda.feed.status.LiveProgress;
import io.alphapanda.kite.Secret;
import io.alphapanda.kite.ticker.Divisors;
import io.alphapanda.kite.ticker.Reconnect;
import io.alphapanda.kite.ticker.TickerCommand;
import io.alphapanda.kite.ticker.TickerLimits;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.session.AccessToken;
import io.alphapanda.stage.session.BrokerSessions;
import io.alphapanda.stage.session.NewSession;
import io.alphapanda.stage.testing.House;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The login of the morning, from the ledger to the feed.
@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(RecordedDay.class)
class SessionTokensTest {

    private static final Broker ZERODHA = new Broker("zerodha");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    BrokerSessions sessions;

    @Inject
    KiteSources sources;

    @Test
    void theNewestLoginIsUsedUntilItEnds() {
        var tokens = new SessionTokens(sessions, ZERODHA);
        assertThat(current(tokens)).isEmpty();

        login("of-the-morning");
        assertThat(current(tokens)).contains(new Access(Secret.of("of-the-morning"), "1"));

        login("of-noon");
        assertThat(current(tokens)).contains(new Access(Secret.of("of-noon"), "2"));

        sessions.end(ZERODHA, 2, "refused").await().atMost(PATIENCE);
        assertThat(current(tokens)).isEmpty();
    }

    @Test
    void anAccountIsFoundByItsNameAndAMissingOneIsRefused() {
        var progress = new LiveProgress();
        try (var source = sources.source(settings("zerodha"), InstantSource.system(), progress)) {
            assertThat(source.day(Instant.parse("2026-11-26T04:00:00Z")).stream())
                    .hasToString("kite-2026-11-26");
            assertThat(progress.origin()).isEqualTo("ws.kite.trade");
        }
        assertThatThrownBy(() -> sources.source(settings("zerodha-2"), InstantSource.system(), progress))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("panda.brokers.zerodha-2.connection.api-key is not set");
    }

    private void login(String token) {
        var now = Instant.now();
        sessions.open(new NewSession(ZERODHA, "AB1234", AccessToken.of(token), now, now.plusSeconds(3_600)))
                .await()
                .atMost(PATIENCE);
    }

    private static Optional<Access> current(AccessTokens tokens) {
        return tokens.current().await().atMost(PATIENCE);
    }

    private static KiteFeedSettings settings(String account) {
        return new KiteFeedSettings(
                account,
                List.of(),
                AssetClass.EQUITY,
                TickerCommand.Mode.FULL,
                Path.of("unused"),
                new TradingHours("kite", LocalTime.of(8, 30), NseCalendar.cash()),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                100,
                Duration.ofSeconds(5),
                Reconnect.USUAL,
                TickerLimits.OF_KITE,
                Divisors.OF_THE_CLIENTS);
    }
}
