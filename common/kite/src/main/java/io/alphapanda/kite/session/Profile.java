package io.alphapanda.kite.session;

import io.alphapanda.kite.json.OrEmpty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// Whose account it is. Mail address, telephone, bank accounts and tax number are not read.
///
/// @param exchanges where they may trade
/// @param products  see [io.alphapanda.kite.order.Product]; an open list
@RegisterForReflection
public record Profile(
        String userId,
        @OrEmpty String userName,
        @OrEmpty String userShortname,
        @OrEmpty String userType,
        @OrEmpty String broker,
        @OrEmpty List<String> exchanges,
        @OrEmpty List<String> products,
        @OrEmpty List<String> orderTypes) {

    public Profile {
        exchanges = List.copyOf(exchanges);
        products = List.copyOf(products);
        orderTypes = List.copyOf(orderTypes);
    }
}
