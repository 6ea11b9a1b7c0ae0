package io.alphapanda.api.watching;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When the watch of the house raises an alert.
@ConfigMapping(prefix = "panda.alerts.limits")
interface WatchConfiguration {

    /// Records a consumer group may be behind, at least 1.
    @WithDefault("1000")
    long lag();

    /// How long a live feed may publish nothing while its market is open, at least a second.
    @WithDefault("30s")
    Duration feedAge();

    /// How long what was decided may wait to be sent, at least a second.
    @WithDefault("30s")
    Duration unsent();

    /// How long a feed may go unheard, which says every second how it is, at least 3 seconds.
    @WithDefault("60s")
    Duration feedSilence();

    /// How long Kafka may go unseen, or a process unheard, at least 15 seconds.
    @WithDefault("60s")
    Duration silence();

    /// How many of an account's orders of the last ten minutes may be rejected or fail, in percent, 1 to 100.
    @WithDefault("50")
    int rejectionsPercent();

    /// Fewer orders than this in ten minutes say nothing, at least 1.
    @WithDefault("10")
    long rejectionsOf();

    /// How long an account may go without a comparison with its broker once there was one, at least a minute.
    @WithDefault("150m")
    Duration reconciliation();

    /// Memory of a process, in percent of what it may have, 1 to 100.
    @WithDefault("90")
    int memoryPercent();

    /// Disk of a process, in percent of what there is, 1 to 100.
    @WithDefault("90")
    int diskPercent();
}
