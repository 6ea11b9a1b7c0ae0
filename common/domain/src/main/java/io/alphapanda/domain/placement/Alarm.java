package io.alphapanda.domain.placement;

/// What a person must be told of an order, at once. A closed list.
public enum Alarm {
    /// It had ended here, given up for one, and the broker has it alive or filled.
    STILL_ALIVE("An order that had ended in our books was alive at the broker.", true),
    /// The book has it more than once.
    DOUBLED("The broker's book shows the order's tag more than once.", true),
    /// Its end is not known and its day's book is gone.
    DAY_IS_OVER("What became of an order is not known and its day's book can't be read any more.", true),
    /// It was given up.
    NEVER_ARRIVED("An order whose answer was lost never appeared at the broker.", false),
    /// More was filled than was asked; it is booked.
    OVERFILLED("The broker filled more than was asked; it is booked like every other fill.", true);

    private final String meaning;
    private final boolean halts;

    Alarm(String meaning, boolean halts) {
        this.meaning = meaning;
        this.halts = halts;
    }

    /// One sentence for people.
    public String meaning() {
        return meaning;
    }

    /// Whether the lane takes no new entries until a person has looked.
    public boolean halts() {
        return halts;
    }
}
