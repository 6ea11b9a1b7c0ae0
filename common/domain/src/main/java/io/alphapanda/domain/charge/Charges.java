package io.alphapanda.domain.charge;

/// How an account is charged for its executions.
public sealed interface Charges permits FlatCharges, ZerodhaCharges {

    Charged on(Execution execution);
}
