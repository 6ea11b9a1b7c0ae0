package io.alphapanda.stage.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.session.SessionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {

    private final SomeHouse house = new SomeHouse();

    @Test
    void aHouseInOrderIsClear() {
        var report = house.report();

        assertThat(report.findings())
                .allSatisfy(each -> assertThat(each.level()).isEqualTo(Level.OK));
        assertThat(report.findings())
                .extracting(Finding::check)
                .containsSubsequence("configuration", "database", "redis", "topics", "strategies", "market", "live");
        assertThat(report.asText()).contains("All clear").contains("ok    redis         version");
    }

    @Test
    void whatMustBePutRightHasItsFix() {
        house.redis = new Seen.Missing<>("redis://127.0.0.1:6379 does not answer");

        assertThat(house.report().level()).isEqualTo(Level.FAIL);
        assertThat(house.report().asText())
                .contains("fail  redis         redis                redis://127.0.0.1:6379 does not answer")
                .contains("→ start Redis, or correct panda.redis.url")
                .endsWith("Not clear: 1 to put right, 0 to look at.");
    }

    @Test
    void whatNobodyCouldSeeNeverPasses() {
        house.accounts = new Seen.Unseen<>("not here");
        house.ledger = new Seen.Unseen<>("no house runs");
        house.redis = new Seen.Unseen<>("no house runs");
        house.topics = new Seen.Unseen<>("no house runs");
        house.strategies = new Seen.Unseen<>("no house runs");

        assertThat(house.report().findings()).hasSize(5).allSatisfy(each -> assertThat(each.level())
                .isEqualTo(Level.WARN));
        assertThat(house.report().asText()).endsWith("Clear to start, with 5 to look at.");
    }

    @Nested
    class Stores {

        @Test
        void aConfigurationThatCantBeUsedSaysWhy() {
            house.accounts = new Seen.Missing<>("panda.brokers.paper.limits.max-position -1 must be 0 or more");

            assertThat(house.said("configuration"))
                    .containsExactly("fail accounts: panda.brokers.paper.limits.max-position -1 must be 0 or more");
        }

        @Test
        void aLedgerThatIsBehindOrBrokenFails() {
            house.ledger = new Seen.Known<>(new Facts.Schema(3, false));
            assertThat(house.said("database")).first().asString().startsWith("fail ledger: its schema is at version 3");

            house.ledger = new Seen.Known<>(new Facts.Schema(StoreChecks.SCHEMA, true));
            assertThat(house.said("database")).containsExactly("fail ledger: a migration has failed half-way");

            house.ledger = new Seen.Missing<>("connection refused");
            assertThat(house.said("database")).containsExactly("fail ledger: connection refused");
        }

        @Test
        void aLedgerThatIsNewerIsWell() {
            house.ledger = new Seen.Known<>(new Facts.Schema(StoreChecks.SCHEMA + 1, false));

            assertThat(house.said("database")).first().asString().startsWith("ok ");
        }

        @Test
        void theSchemaAskedForIsOneThereIs() throws IOException {
            var folder = Path.of(System.getProperty("panda.root", "../.."))
                    .resolve("common/ledger/src/main/resources/db/migration");
            try (var files = Files.list(folder)) {
                assertThat(files.map(each -> each.getFileName().toString()))
                        .anyMatch(each -> each.startsWith("V" + StoreChecks.SCHEMA + "__"));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"6.0.16", "5.0.7", "6", "unknown", ""})
        void aRedisThatIsTooOldFails(String version) {
            house.redis = new Seen.Known<>(new Facts.Redis(version, "noeviction"));

            assertThat(house.said("redis")).first().asString().startsWith("fail version: '" + version + "'");
        }

        @Test
        void aRedisThatThrowsKeysAwayFails() {
            house.redis = new Seen.Known<>(new Facts.Redis("7.2.4", "allkeys-lru"));

            assertThat(house.said("redis"))
                    .containsExactly(
                            "ok version: 7.2.4",
                            "fail eviction: maxmemory-policy is 'allkeys-lru': signals that wait to be sent may be"
                                    + " thrown away");
        }

        @Test
        void topicsThatAreMissingAreNamed() {
            house.topics = new Seen.Known<>(new Facts.Topics(SomeHouse.topics("paper"), SomeHouse.MONDAY));

            assertThat(house.said("topics"))
                    .satisfiesExactly(
                            topics -> assertThat(topics)
                                    .startsWith("fail topics: 8 of 21 are missing: paper-b.signals.raw")
                                    .contains("and 3 more"),
                            letters -> assertThat(letters).startsWith("fail dead letters: 8 of 21 are missing"));
        }

        @Test
        void aKafkaThatIsAwayFails() {
            house.topics = new Seen.Missing<>("127.0.0.1:9092 did not answer");

            assertThat(house.said("topics")).containsExactly("fail kafka: 127.0.0.1:9092 did not answer");
        }
    }

    @Nested
    class Strategies {

        @Test
        void aDefinitionThatCantBeReadFails() {
            house.strategies = SomeHouse.strategy("""
                    {"id": "momentum", "type": "nosuch", "brokers": ["paper"], "assetClasses": ["equity"], "size": 1}""");

            assertThat(house.said("strategies"))
                    .first()
                    .asString()
                    .startsWith("fail momentum: strategy momentum: type 'nosuch' is unknown");
        }

        @Test
        void aStrategyThatReachesNobodyIsDoubtful() {
            house.strategies = SomeHouse.strategy(SomeHouse.momentum(false, "elsewhere"));

            assertThat(house.said("strategies"))
                    .containsExactly("warn momentum: reaches no active account; it lists elsewhere");
        }

        @Test
        void aHouseWithoutStrategiesIsDoubtful() {
            house.strategies = new Seen.Known<>(List.of());

            assertThat(house.said("strategies"))
                    .containsExactly("warn definitions: there are none: nothing will trade");
        }

        @Test
        void aLiveAccountItListsWithoutItsFlagIsNotReached() {
            house.live().strategies = SomeHouse.strategy(SomeHouse.momentum(false, "paper", "zerodha"));

            assertThat(house.said("strategies"))
                    .containsExactly("ok momentum: momentum to paper; not to zerodha, whose money is real and its live"
                            + " flag is not set");
        }
    }

    @Nested
    class Markets {

        @Test
        void aClosedMarketIsToldAndNoFault() {
            house.now = Instant.parse("2026-01-26T04:30:00Z");

            assertThat(house.said("market"))
                    .containsExactly("ok NSE: closed, a holiday; opens Tue 2026-01-27 09:15 (Asia/Kolkata)");
        }

        @Test
        void aYearWhoseHolidaysNobodyEnteredIsDoubtful() {
            house.now = Instant.parse("2027-01-05T04:30:00Z");

            assertThat(house.said("market"))
                    .first()
                    .asString()
                    .startsWith("warn NSE: open until")
                    .contains("nobody has entered the holidays of 2027");
        }
    }

    @Nested
    class LiveAccounts {

        private static final Instant MORNING = Instant.parse("2026-01-05T01:00:00Z");
        private static final SessionStatus OPEN =
                new SessionStatus.Open(1, "AB1234", MORNING, Instant.parse("2026-01-06T00:30:00Z"));

        @Test
        void whatTradesForRealMoneyIsSaidInWords() {
            house.live().strategies = SomeHouse.strategy(SomeHouse.momentum(true, "paper", "zerodha"));
            house.sessions = new Seen.Known<>(Map.of("zerodha", OPEN));

            assertThat(house.said("live"))
                    .containsExactly("warn zerodha: REAL MONEY will be traded: strategy momentum (momentum) trades"
                            + " NSE:INFY, NSE:TCS, 10 a signal");
            assertThat(house.said("session"))
                    .containsExactly("ok zerodha: AB1234 is logged in until 2026-01-06T00:30:00Z");
            assertThat(house.report().level()).isEqualTo(Level.WARN);
        }

        @Test
        void aLiveAccountNobodyReachesSaysSo() {
            house.live();

            assertThat(house.said("live"))
                    .containsExactly("warn zerodha: is LIVE, but no strategy reaches it: nothing will trade there");
        }

        @Test
        void aLiveAccountWhoseStrategiesCantBeSeenSaysSo() {
            house.live().strategies = new Seen.Missing<>("the ledger is away");

            assertThat(house.said("live")).first().asString().startsWith("warn zerodha: is LIVE, and what would trade");
        }

        @Test
        void nobodyLoggedInFailsForRealMoney() {
            house.live();
            assertThat(house.said("session")).containsExactly("fail zerodha: nobody is logged in");

            house.sessions =
                    new Seen.Known<>(Map.of("zerodha", new SessionStatus.Expired(1, "AB1234", MORNING, MORNING)));
            assertThat(house.said("session"))
                    .containsExactly("fail zerodha: the login expired at 2026-01-05T01:00:00Z");

            house.sessions = new Seen.Known<>(
                    Map.of("zerodha", new SessionStatus.Ended(1, "AB1234", MORNING, MORNING, "logged out")));
            assertThat(house.said("session"))
                    .containsExactly("fail zerodha: the login ended at 2026-01-05T01:00:00Z: logged out");

            house.sessions = new Seen.Missing<>("the ledger is away");
            assertThat(house.said("session")).containsExactly("fail zerodha: the ledger is away");
        }

        @Test
        void aHouseOfPaperSaysThatNoMoneyIsReal() {
            assertThat(house.said("live")).containsExactly("ok real money: none: paper is paper, paper-b is paper");
            assertThat(house.said("session")).isEmpty();
        }
    }

    @Test
    void namesOfChecksAreUnique() {
        assertThat(Preflight.CHECKS.stream().map(Check::name)).doesNotHaveDuplicates();
        assertThat(Set.copyOf(
                        house.report().findings().stream().map(Finding::check).toList()))
                .isSubsetOf(Preflight.CHECKS.stream().map(Check::name).toList());
    }
}
