package io.alphapanda.stage.delivery;

import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an application takes when it does not say so itself: the types of its inputs; none, for the feed and the
/// API.
final class DeclaredTypes {

    @Produces
    @DefaultBean
    @Singleton
    ServedTypes declared(@All List<LaneInput> inputs, @All List<TimedInput> timed) {
        return new ServedTypes(Stream.concat(
                        inputs.stream().map(LaneInput::type), timed.stream().map(TimedInput::type))
                .collect(Collectors.toUnmodifiableSet()));
    }
}
