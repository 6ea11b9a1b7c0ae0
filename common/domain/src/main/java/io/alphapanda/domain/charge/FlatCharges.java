package io.alphapanda.domain.charge;

import io.alphapanda.domain.money.BasisPoints;

/// The same share of every execution's value, wherever and whenever.
///
/// @param commission basis points, 0 to 1000
public record FlatCharges(BasisPoints commission) implements Charges {

    private static final BasisPoints ONE_TENTH = BasisPoints.of("1000");

    public FlatCharges {
        if (commission.compareTo(BasisPoints.ZERO) < 0 || commission.compareTo(ONE_TENTH) > 0) {
            throw new IllegalArgumentException("commission " + commission + " must be between 0 and 1000 basis points");
        }
    }

    @Override
    public Charged on(Execution execution) {
        return new Charged.Known(ChargeSheet.flat(execution.turnover().share(commission)));
    }
}
