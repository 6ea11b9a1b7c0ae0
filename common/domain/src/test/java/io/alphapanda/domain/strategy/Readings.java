package io.alphapanda.domain.strategy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a rule makes of a row of prices, one a second.
final class Readings {

    static final Instant OPEN = Instant.parse("2026-07-31T03:45:00Z");

    /// A market swinging around 100, rounded to the step of two decimals. The conditions expected of it were worked out
    /// by a separate program from the formulas' textbook forms.
    static final double[] SWINGING = {
        98.2, 100.39, 102.52, 104.52, 106.34, 107.93, 109.26, 106.38, 107.1, 107.49, 107.57, 107.37, 106.9, 102.32,
        101.48, 100.53, 99.53, 98.56, 97.66, 96.91, 92.45, 92.13, 92.09, 92.35, 92.93, 93.83, 91.13, 92.62, 94.35,
        96.28, 98.36, 100.54, 102.73, 100.99, 103.05, 104.96, 106.65, 108.09, 109.24, 106.19, 106.71, 106.93, 106.84,
        106.48, 105.88, 105.1, 100.28, 99.3, 98.31, 97.37, 96.55, 95.9, 91.58, 91.42, 91.55, 92.0, 92.77, 93.85, 95.22,
        92.95, 94.81, 96.83, 98.98, 101.17, 103.35, 101.56, 103.54, 105.32, 106.87, 108.15, 109.12, 109.78
    };

    private Readings() {}

    /// One letter a price: B favours buying, S selling, - neither.
    static String conditions(Strategy rule, double... prices) {
        var letters = new StringBuilder();
        for (var reading : of(rule, prices)) {
            letters.append(
                    reading.condition().map(side -> side.name().charAt(0)).orElse('-'));
        }
        return letters.toString();
    }

    static List<Reading> of(Strategy rule, double... prices) {
        var readings = new ArrayList<Reading>();
        var state = rule.initial();
        for (int i = 0; i < prices.length; i++) {
            var reading = rule.observe(state, Bar.of(OPEN.plusSeconds(i), prices[i]));
            readings.add(reading);
            state = reading.state();
        }
        return readings;
    }

    /// `name, value, name, value`
    static Parameters parameters(Object... namesAndValues) {
        var values = new HashMap<String, BigDecimal>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], new BigDecimal(namesAndValues[i + 1].toString()));
        }
        return new Parameters(Map.copyOf(values));
    }
}
