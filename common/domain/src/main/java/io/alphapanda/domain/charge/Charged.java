package io.alphapanda.domain.charge;

/// What is charged for an execution, where that is known.
public sealed interface Charged {

    /// It is.
    record Known(ChargeSheet sheet) implements Charged {}

    /// It is not; nobody may trade on a guess.
    ///
    /// @param why names what there are no rates for, and what there are some for
    record Unknown(String why) implements Charged {}
}
