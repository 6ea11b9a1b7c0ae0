package io.alphapanda.local.launcher;

/// Which room is started how: all from their packages, but for at most one that is worked on.
///
/// @param layout  where the packages lie
/// @param worked  the function that is worked on; empty for none
/// @param inDev   how that one is started
record Launches(Layout layout, String worked, Launch inDev) {

    static Launches packaged(Layout layout) {
        return new Launches(layout, "", new Packaged(layout));
    }

    Launch of(Room room) {
        return isWorkedOn(room) ? inDev : new Packaged(layout);
    }

    boolean isWorkedOn(Room room) {
        return room.function().equals(worked);
    }
}
