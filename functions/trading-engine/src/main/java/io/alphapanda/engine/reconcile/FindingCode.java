package io.alphapanda.engine.reconcile;

/// What a comparison with the broker can find. A closed list.
enum FindingCode {
    ORDER_MISSING_AT_BROKER("An order our books have at the broker is not in its book.", true),
    ORDER_STATE_DIFFERS("An order stands otherwise in our books than in the broker's.", true),
    FILL_MISSING_HERE("The broker has an execution of an order of ours that is not in our books.", true),
    FILL_UNKNOWN_AT_BROKER("Our books have an execution the broker does not know.", true),
    TAG_DOUBLED("The broker has more than one order under one tag of ours.", true),
    POSITION_DIFFERS("A position differs from the broker's, and no trade by hand explains it.", true),
    FOREIGN_ORDER("An order at the broker is not ours.", false),
    FOREIGN_POSITION("A position at the broker, or a part of it, is not ours.", false);

    private final String meaning;
    private final boolean differs;

    FindingCode(String meaning, boolean differs) {
        this.meaning = meaning;
        this.differs = differs;
    }

    /// One sentence for people.
    String meaning() {
        return meaning;
    }

    /// Whether our books and the broker's contradict each other; the others are shown and nothing follows.
    boolean differs() {
        return differs;
    }
}
