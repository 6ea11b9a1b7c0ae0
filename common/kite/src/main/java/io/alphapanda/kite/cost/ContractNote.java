package io.alphapanda.kite.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alphapanda.domain.money.Side;
import io.alphapanda.kite.json.OrEmpty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/// What a contract note would say of an order. Kite answers by position, without the ids asked with.
@RegisterForReflection
public record ContractNote(
        String exchange,
        String tradingsymbol,
        @JsonProperty("transaction_type") Side side,
        @OrEmpty String variety,
        @OrEmpty String product,
        @OrEmpty String orderType,
        BigDecimal quantity,
        BigDecimal price,
        Charges charges) {}
