package io.alphapanda.stage.watch;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A process, as it says itself every few seconds.
///
/// @param stage     its application's name
/// @param instance  tells processes of one stage apart
/// @param at        when it last said so
/// @param startedAt when it started
/// @param version   of the house
/// @param java      what it runs on
/// @param brokers   the lanes it serves
/// @param memory    its heap, after the last collection; empty where that can't be told
/// @param disk      of the file system it runs in; empty where that can't be told
@RegisterForReflection
public record ServiceView(
        String stage,
        String instance,
        Instant at,
        Instant startedAt,
        String version,
        String java,
        List<String> brokers,
        Optional<Share> memory,
        Optional<Share> disk) {

    public ServiceView {
        brokers = List.copyOf(brokers);
    }

    /// Where it lies among the processes of the house.
    public String field() {
        return stage + "/" + instance;
    }

    /// @param used bytes
    /// @param of   bytes there are
    @RegisterForReflection
    public record Share(long used, long of) {

        /// In percent, rounded down.
        public int percent() {
            return of == 0 ? 0 : (int) (used * 100 / of);
        }
    }
}
