package io.alphapanda.kite.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The two kinds of values Jackson would read otherwise: decimals, bounded, and Indian timestamps.
final class KiteModule extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1;

    KiteModule() {
        super("kite");
        addDeserializer(BigDecimal.class, new ExactDecimal());
        addDeserializer(Instant.class, new Timestamp());
    }

    /// A number, or a number in quotes, digit by digit.
    private static final class ExactDecimal extends StdScalarDeserializer<BigDecimal> {

        @Serial
        private static final long serialVersionUID = 1;

        /// Longer than any amount with a double's noise behind it, and without room for an exponent that fills memory.
        private static final int MAX_DIGITS = 40;

        ExactDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric() && parser.currentToken() != JsonToken.VALUE_STRING) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
            }
            try {
                var value =
                        parser.currentToken().isNumeric() ? parser.getDecimalValue() : new BigDecimal(parser.getText());
                if (value.precision() <= MAX_DIGITS && Math.abs(value.scale()) <= MAX_DIGITS) {
                    return value;
                }
            } catch (NumberFormatException e) {
                return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, "…", "not a decimal");
            }
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, "…", "too many digits");
        }

        @Override
        public Object getEmptyValue(DeserializationContext context) {
            return BigDecimal.ZERO;
        }
    }

    /// Empty text is no time.
    private static final class Timestamp extends StdScalarDeserializer<Instant> {

        @Serial
        private static final long serialVersionUID = 1;

        Timestamp() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getValueAsString("");
            return text.isBlank() ? null : KiteTime.instant(text);
        }
    }
}
