package io.alphapanda.stage.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.domain.strategy.Interval;
import java.io.IOException;
import java.util.function.Function;

/// Value types as JSON strings in their own notation.
final class DomainModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    DomainModule() {
        super("alpha-panda-domain");
        value(Price.class, Price::toString, Price::of);
        value(Quantity.class, Quantity::toString, Quantity::of);
        value(SignedQuantity.class, SignedQuantity::toString, SignedQuantity::of);
        value(Money.class, Money::toString, Money::of);
        value(BasisPoints.class, BasisPoints::toString, BasisPoints::of);
        value(InstrumentId.class, InstrumentId::toString, InstrumentId::of);
        value(StreamId.class, StreamId::toString, StreamId::new);
        value(Broker.class, Broker::toString, Broker::new);
        value(StrategyId.class, StrategyId::toString, StrategyId::new);
        value(AssetClass.class, AssetClass::label, AssetClass::of);
        value(Interval.class, Interval::label, Interval::of);
    }

    private <T> void value(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new Writer<>(type, write));
        addDeserializer(type, new Reader<>(type, read));
    }

    private static final class Writer<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<T, String> write;

        Writer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(write.apply(value));
        }
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<String, T> read;

        Reader(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(handledType(), in);
            }
            try {
                return read.apply(in.getText());
            } catch (IllegalArgumentException e) {
                throw com.fasterxml.jackson.databind.JsonMappingException.from(in, e.getMessage(), e);
            }
        }
    }
}
