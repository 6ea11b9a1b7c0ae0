package io.alphapanda.local.proof.memory;

/// What protects a lane in memory. A control takes one thing away.
///
/// @param inbox       an event that was decided is not decided again
/// @param turns       an event waits for the one it follows
/// @param withoutRule name of a risk rule whose denials are overheard; empty for none
record Guards(boolean inbox, boolean turns, String withoutRule) {

    static final Guards ALL = new Guards(true, true, "");

    static final Guards NO_INBOX = new Guards(false, true, "");

    static final Guards NO_TURNS = new Guards(true, false, "");

    static Guards without(String rule) {
        return new Guards(true, true, rule);
    }
}
