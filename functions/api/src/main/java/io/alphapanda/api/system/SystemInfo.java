package io.alphapanda.api.system;

import io.alphapanda.stage.watch.ServiceView.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// This service and what it stands on.
///
/// @param version       of the house
/// @param java          what it runs on
/// @param os            and where
/// @param processors    it may use
/// @param startedAt     when it started
/// @param uptimeSeconds since then
/// @param brokers       accounts it shows
/// @param memory        its heap, after the last collection; null where that can't be told
/// @param disk          of the file system it runs in; null where that can't be told
/// @param database      the ledger
/// @param redis         the views
@Schema(description = "This service and what it stands on")
public record SystemInfo(
        String version,
        String java,
        String os,
        int processors,
        Instant startedAt,
        long uptimeSeconds,
        List<String> brokers,
        Optional<Share> memory,
        Optional<Share> disk,
        Database database,
        Redis redis) {

    /// @param version   of PostgreSQL
    /// @param migration last one applied
    /// @param bytes     all of the database takes
    /// @param tables    the largest, at most ten
    @Schema(name = "LedgerSizes", description = "The ledger")
    public record Database(String version, String migration, long bytes, List<Table> tables) {}

    /// @param name  its name
    /// @param bytes with its indexes
    /// @param rows  about as many
    @Schema(name = "TableSize", description = "A table of the ledger")
    public record Table(String name, long bytes, long rows) {}

    /// @param version of Redis
    /// @param bytes   in memory
    /// @param keys    in the database at hand
    @Schema(name = "RedisSizes", description = "The views")
    public record Redis(String version, long bytes, long keys) {}
}
