package io.alphapanda.local.kafkasource;

import java.util.OptionalLong;

/// What one source has done since it started.
///
/// @param delivered records answered with success
/// @param retries attempts after a record's first, dead letters' included
/// @param deadLettered records written to the dead-letter topic
/// @param deadLetterFailed records **lost**: neither delivered nor dead-lettered, their offset committed all the same
/// @param inFlight records being delivered now, those waiting for a retry included
/// @param lag records of the assigned partitions not yet delivered or given up, up to half a second old; empty while
///     partitions are being assigned
public record KafkaSourceStats(
        long delivered, long retries, long deadLettered, long deadLetterFailed, int inFlight, OptionalLong lag) {}
