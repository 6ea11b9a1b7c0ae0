package io.alphapanda.stage.delivery;

import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/// What an application takes when it does not say so itself: its lane inputs' types; none, for the feed and the API.
final class DeclaredTypes {

    @Produces
    @DefaultBean
    @Singleton
    ServedTypes declared(@All List<LaneInput> inputs) {
        return new ServedTypes(inputs.stream().map(LaneInput::type).collect(Collectors.toUnmodifiableSet()));
    }
}
