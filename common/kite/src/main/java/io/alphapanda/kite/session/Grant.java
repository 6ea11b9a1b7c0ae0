package io.alphapanda.kite.session;

import io.alphapanda.kite.Secret;
import io.alphapanda.kite.json.OrEmpty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/// A login: the token everything else needs, and whose it is. Kite's other tokens are not kept.
///
/// @param accessToken dies at 06:00 Indian time the next day, or by a logout; no answer of Kite's says when
/// @param loginTime   when the person logged in
/// @param exchanges   where they may trade
/// @param products    see [io.alphapanda.kite.order.Product]; an open list
@RegisterForReflection
public record Grant(
        String userId,
        @OrEmpty String userName,
        @OrEmpty String userType,
        @OrEmpty String broker,
        Secret accessToken,
        Instant loginTime,
        @OrEmpty List<String> exchanges,
        @OrEmpty List<String> products,
        @OrEmpty List<String> orderTypes) {

    public Grant {
        exchanges = List.copyOf(exchanges);
        products = List.copyOf(products);
        orderTypes = List.copyOf(orderTypes);
    }
}
