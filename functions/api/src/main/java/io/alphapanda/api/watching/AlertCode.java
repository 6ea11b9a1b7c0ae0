package io.alphapanda.api.watching;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the watch of the house can tell. What the trading-engine tells of its lanes has codes of its own.
@Schema(description = "What the watch of the house can tell")
public enum AlertCode {
    LAG_HIGH(Category.PIPELINE, Severity.WARNING, "a consumer group is further behind than allowed"),
    DEAD_LETTERS(
            Category.PIPELINE, Severity.CRITICAL, "events of a topic could not be delivered and were not replayed"),
    OUTBOX_UNSENT(Category.PIPELINE, Severity.CRITICAL, "what a stage decided has not been sent for too long"),
    KAFKA_UNSEEN(
            Category.PIPELINE,
            Severity.WARNING,
            "nobody has looked at Kafka for too long: lag and dead letters are not known"),
    FEED_STALE(Category.MARKET, Severity.CRITICAL, "the market is open and a live feed publishes nothing"),
    FEED_FAILED(Category.MARKET, Severity.CRITICAL, "a feed can't go on"),
    FEED_SILENT(Category.MARKET, Severity.CRITICAL, "a feed has not said how it is for too long"),
    LANE_HALTED(Category.TRADING, Severity.WARNING, "an account is halted"),
    REJECTIONS_HIGH(
            Category.TRADING,
            Severity.WARNING,
            "more of an account's orders than allowed are refused by its broker or fail"),
    RECONCILIATION_OVERDUE(
            Category.TRADING,
            Severity.WARNING,
            "an account's books have not been compared with its broker's for too long"),
    RECONCILIATION_DIFFERENT(
            Category.TRADING, Severity.CRITICAL, "the last comparison with the broker found differences"),
    SERVICE_SILENT(Category.SYSTEM, Severity.CRITICAL, "every process of a stage has gone without a good-bye"),
    MEMORY_HIGH(Category.SYSTEM, Severity.WARNING, "a process uses more of its memory than allowed"),
    DISK_HIGH(Category.SYSTEM, Severity.CRITICAL, "a process's disk is fuller than allowed"),
    NOTIFICATION_UNDELIVERED(Category.SYSTEM, Severity.WARNING, "a channel could not be told within all its attempts"),
    TEST(Category.SYSTEM, Severity.INFO, "somebody tries the channels");

    /// What it is about.
    public enum Category {
        PIPELINE,
        MARKET,
        TRADING,
        SYSTEM
    }

    private final Category category;
    private final Severity severity;
    private final String meaning;

    AlertCode(Category category, Severity severity, String meaning) {
        this.category = category;
        this.severity = severity;
        this.meaning = meaning;
    }

    public Category category() {
        return category;
    }

    public Severity severity() {
        return severity;
    }

    /// For people, in one sentence.
    public String meaning() {
        return meaning;
    }
}
