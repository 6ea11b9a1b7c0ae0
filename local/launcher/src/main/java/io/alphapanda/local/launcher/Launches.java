package io.alphapanda.local.launcher;

import java.util.Map;

/// Which room is started how: all from their packages, but for at most one that is worked on.
///
/// @param layout   where the packages lie
/// @param worked   the function that is worked on; empty for none
/// @param inDev    how that one is started
/// @param settings told to all of them, unless the house tells them otherwise
record Launches(Layout layout, String worked, Launch inDev, Map<String, String> settings) {

    static Launches packaged(Layout layout) {
        return packaged(layout, Map.of());
    }

    static Launches packaged(Layout layout, Map<String, String> settings) {
        return new Launches(layout, "", new Packaged(layout, settings), settings);
    }

    Launch of(Room room) {
        return isWorkedOn(room) ? inDev : new Packaged(layout, settings);
    }

    boolean isWorkedOn(Room room) {
        return room.function().equals(worked);
    }
}
