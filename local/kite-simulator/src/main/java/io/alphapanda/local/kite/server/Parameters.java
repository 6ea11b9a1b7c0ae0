package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.vertx.core.MultiMap;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The parameters of one call: of its query, or of its form. What is missing or malformed is a 400 InputException.
record Parameters(MultiMap values) {

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> refuse("Missing or empty field `%s`.".formatted(name)));
    }

    List<String> all(String name) {
        return values.getAll(name);
    }

    /// Clients write whole numbers as `10` and as `10.0`.
    Optional<Long> whole(String name) {
        return decimal(name).map(value -> {
            try {
                return value.longValueExact();
            } catch (ArithmeticException _) {
                throw refuse("Invalid `%s`: must be a whole number but is %s.".formatted(name, value));
            }
        });
    }

    Optional<BigDecimal> decimal(String name) {
        return optional(name).map(value -> {
            try {
                return new BigDecimal(value);
            } catch (NumberFormatException _) {
                throw refuse("Invalid `%s`: must be a number but is %s.".formatted(name, value));
            }
        });
    }

    /// One of an enum's constants by its text on the wire.
    <E extends Enum<E>> Optional<E> choice(String name, E[] choices, Function<E, String> wire) {
        return optional(name).map(value -> choose(name, value, choices, wire));
    }

    static <E extends Enum<E>> E choose(String name, String value, E[] choices, Function<E, String> wire) {
        return Arrays.stream(choices)
                .filter(choice -> wire.apply(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> refuse("Invalid `%s`: must be one of %s but is %s."
                        .formatted(name, Arrays.stream(choices).map(wire).toList(), value)));
    }

    private static RefusedException refuse(String message) {
        return new RefusedException(ErrorType.INPUT, message);
    }
}
