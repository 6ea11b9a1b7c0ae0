package io.alphapanda.stage.preflight;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.stage.broker.BrokerAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether what the house stands on is there, and as it must be.
final class StoreChecks {

    /// What this version's code reads and writes; a test holds it to the migrations there are.
    static final int SCHEMA = 8;

    /// The oldest Redis whose commands are all there: 6.2.
    private static final int REDIS_MAJOR = 6;

    private static final int REDIS_MINOR = 2;

    /// Views, strategies' memory and what waits to be sent must not vanish because something else needs room.
    private static final String KEEP_ALL = "noeviction";

    private static final int MOST_NAMED = 5;

    private StoreChecks() {}

    static List<Finding> configuration(Check check, Facts facts) {
        return switch (facts.accounts()) {
            case Seen.Known(var accounts) ->
                accounts.stream()
                        .map(each -> check.ok(each.broker().name(), account(each)))
                        .toList();
            case Seen.Missing(var why) -> List.of(check.fail("accounts", why, "correct the setting that is named"));
            case Seen.Unseen(var why) -> List.of(check.warn("accounts", why, "look at them where they are configured"));
        };
    }

    private static String account(BrokerAccount account) {
        var executed =
                switch (account.reality()) {
                    case PAPER -> "paper: executions are computed here";
                    case SIMULATED -> account.kind() + " at a simulator: no real money";
                    case LIVE -> account.kind() + ", REAL MONEY";
                };
        var limits = account.limits();
        return "%s; at most %s units a position, %s an order, %d trades a day"
                .formatted(executed, limits.maxPosition(), limits.maxOrderValue(), limits.maxDailyTrades());
    }

    static List<Finding> database(Check check, Facts facts) {
        return List.of(
                switch (facts.ledger()) {
                    case Seen.Missing(var why) ->
                        check.fail(
                                "ledger", why, "start PostgreSQL, or correct panda.database.url, .user and .password");
                    case Seen.Unseen(var why) -> check.warn("ledger", why, "look again once it runs");
                    case Seen.Known(var schema)
                    when schema.failed() ->
                        check.fail(
                                "ledger",
                                "a migration has failed half-way",
                                "look at flyway_schema_history, repair it, and run the bootstrap again");
                    case Seen.Known(var schema)
                    when schema.version() < SCHEMA ->
                        check.fail(
                                "ledger",
                                "its schema is at version %d, this version of the house needs %d"
                                        .formatted(schema.version(), SCHEMA),
                                "run the bootstrap (on one machine ./panda run does)");
                    case Seen.Known(var schema) -> check.ok("ledger", "schema at version " + schema.version());
                });
    }

    static List<Finding> redis(Check check, Facts facts) {
        return switch (facts.redis()) {
            case Seen.Missing(var why) -> List.of(check.fail("redis", why, "start Redis, or correct panda.redis.url"));
            case Seen.Unseen(var why) -> List.of(check.warn("redis", why, "look again once it runs"));
            case Seen.Known(var redis) ->
                List.of(version(check, redis.version()), eviction(check, redis.evictionPolicy()));
        };
    }

    private static Finding version(Check check, String version) {
        return isRecent(version)
                ? check.ok("version", version)
                : check.fail(
                        "version",
                        "'%s' is older than %d.%d".formatted(version, REDIS_MAJOR, REDIS_MINOR),
                        "use Redis %d.%d or newer".formatted(REDIS_MAJOR, REDIS_MINOR));
    }

    private static boolean isRecent(String version) {
        var parts = version.split("\\.");
        try {
            int major = Integer.parseInt(parts[0]);
            return major > REDIS_MAJOR
                    || major == REDIS_MAJOR && parts.length > 1 && Integer.parseInt(parts[1]) >= REDIS_MINOR;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static Finding eviction(Check check, String policy) {
        return policy.equals(KEEP_ALL)
                ? check.ok("eviction", policy)
                : check.fail(
                        "eviction",
                        "maxmemory-policy is '%s': signals that wait to be sent may be thrown away".formatted(policy),
                        "set maxmemory-policy to " + KEEP_ALL);
    }

    static List<Finding> topics(Check check, Facts facts) {
        return switch (facts.topics()) {
            case Seen.Missing(var why) ->
                List.of(check.fail("kafka", why, "start Kafka, or correct kafka.bootstrap.servers"));
            case Seen.Unseen(var why) ->
                List.of(check.warn("kafka", why, "ask ./panda preflight where Kafka is reached"));
            case Seen.Known(var topics) -> topics(check, facts, topics.names());
        };
    }

    private static List<Finding> topics(Check check, Facts facts, Set<String> names) {
        var brokers = facts.accountsOrNone().stream().map(BrokerAccount::broker).toList();
        var found = new ArrayList<Finding>();
        var house = Topics.house(List.of(AssetClass.values()), brokers);
        var missing = house.stream().filter(each -> !names.contains(each)).toList();
        var letters = house.stream()
                .map(Topics::deadLetter)
                .filter(each -> !names.contains(each))
                .toList();
        found.add(there(check, "topics", house.size(), missing, "their events can't be sent"));
        found.add(there(check, "dead letters", house.size(), letters, "what can't be delivered blocks its topic"));
        return found;
    }

    private static Finding there(Check check, String subject, int wanted, List<String> missing, String so) {
        if (missing.isEmpty()) {
            return check.ok(subject, "all " + wanted + " are there");
        }
        var more = missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : "";
        return check.fail(
                subject,
                "%d of %d are missing: %s%s; %s"
                        .formatted(
                                missing.size(),
                                wanted,
                                String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size()))),
                                more,
                                so),
                "run the bootstrap for these accounts (on one machine ./panda run does)");
    }
}
