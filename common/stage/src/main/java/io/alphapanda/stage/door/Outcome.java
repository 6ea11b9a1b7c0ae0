package io.alphapanda.stage.door;

import io.alphapanda.stage.delivery.Handled;
import io.alphapanda.stage.trouble.OutOfTurnException;
import io.alphapanda.stage.trouble.Trouble;
import java.util.Locale;

/// What became of a delivery, in one word; the same in meters and in traces.
final class Outcome {

    static final String DEAD_LETTERED = of(Handled.DEAD_LETTERED);
    static final String OUT_OF_TURN = "out-of-turn";

    private Outcome() {}

    static String of(Handled handled) {
        return handled.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String of(Throwable failure) {
        return failure instanceof OutOfTurnException
                ? OUT_OF_TURN
                : Trouble.of(failure).name().toLowerCase(Locale.ROOT);
    }
}
