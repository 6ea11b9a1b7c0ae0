package io.alphapanda.stage.delivery;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import java.util.Set;

/// For applications that take no events: the feed and the API.
final class NoServedTypes {

    @Produces
    @DefaultBean
    ServedTypes none() {
        return new ServedTypes(Set.of());
    }
}
