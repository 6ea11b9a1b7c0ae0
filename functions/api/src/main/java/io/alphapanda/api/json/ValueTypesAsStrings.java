package io.alphapanda.api.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.SignedQuantity;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// Decimal value types leave as strings in their canonical notation: a JSON number would become a double in a browser.
@Singleton
public final class ValueTypesAsStrings implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        var module = new SimpleModule("alpha-panda-values");
        module.addSerializer(Money.class, ToStringSerializer.instance);
        module.addSerializer(Price.class, ToStringSerializer.instance);
        module.addSerializer(Quantity.class, ToStringSerializer.instance);
        module.addSerializer(SignedQuantity.class, ToStringSerializer.instance);
        mapper.registerModule(module);
    }
}
