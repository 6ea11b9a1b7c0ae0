package io.alphapanda.local.proof.house;

import java.util.Map;

/// An event as it is posted.
///
/// @param room    whose door
/// @param subject found again in the dead letters
/// @param headers of the request
/// @param how     it was spoilt
record Spoilt(String room, String subject, Map<String, String> headers, byte[] data, String how) {

    @Override
    public String toString() {
        return subject + " at " + room + " (" + how + ", " + headers + ", " + data.length + " bytes)";
    }
}
