package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import java.util.Random;

/// Makes faults in a house that plays.
interface Disturbance {

    /// Once, before anything is disturbed.
    default void prepare(PlayedHouse house) {}

    /// Makes one fault, and returns when the next may follow.
    void strike(PlayedHouse house, Random random);

    /// Once, when all faults have been made; the house has time to deal with them then.
    default void over(PlayedHouse house) {}

    /// What there is to say of them, behind a comma; empty for nothing.
    default String words() {
        return "";
    }
}
