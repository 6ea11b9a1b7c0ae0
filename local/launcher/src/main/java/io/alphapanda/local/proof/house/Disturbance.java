package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import java.nio.file.Path;
import java.util.Random;

/// Makes faults in a house that plays.
interface Disturbance {

    /// Once, before the house starts.
    ///
    /// @param stores the folder its stores will have, still empty
    default void furnish(Path stores) {}

    /// Once, before anything is disturbed.
    default void prepare(PlayedHouse house) {}

    /// Makes one fault, and returns when the next may follow.
    void strike(PlayedHouse house, Random random);

    /// Once, when all faults have been made; the house has time to deal with them then.
    default void over(PlayedHouse house) {}

    /// Once, when everything has been booked and before anybody looks at the books.
    default void afterwards(PlayedHouse house) {}

    /// Once the house has ended, whatever came of it.
    default void clearAway() {}

    /// What there is to say of them, behind a comma; empty for nothing.
    default String words() {
        return "";
    }
}
