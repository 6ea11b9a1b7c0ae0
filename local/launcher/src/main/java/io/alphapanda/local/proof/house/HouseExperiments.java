package io.alphapanda.local.proof.house;

import io.alphapanda.local.proof.Experiment;
import java.util.List;

/// Those that need a whole house.
public final class HouseExperiments {

    private HouseExperiments() {}

    public static List<Experiment> all() {
        return List.of(
                Kills.experiment(),
                Repeats.experiment(),
                BrokenLane.experiment(),
                Frozen.experiment(),
                Halts.experiment(),
                StoresAway.experiment(),
                RedisLost.experiment(),
                LongAway.experiment(),
                DiskFull.experiment(),
                Garbage.experiment(),
                Readers.experiment(),
                Session.experiment(),
                HangingBroker.experiment());
    }
}
