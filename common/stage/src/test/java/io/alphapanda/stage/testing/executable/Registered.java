package io.alphapanda.stage.testing.executable;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.alphapanda.stage.event.EventCodec;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which types a native executable lets be read by reflection, and which it must.
final class Registered {

    private static final String VALUES = "io.alphapanda.stage.event";

    private Registered() {}

    /// What [RegisterForReflection] says, in all classes together.
    static Set<String> in(HouseClasses classes) {
        return classes.all().stream()
                .map(each -> HouseClasses.load(each.thisClass().asInternalName()))
                .flatMap(Registered::by)
                .collect(Collectors.toSet());
    }

    private static Stream<String> by(Class<?> type) {
        var registration = type.getAnnotation(RegisterForReflection.class);
        if (registration == null) {
            return Stream.empty();
        }
        var named = Stream.concat(
                        Stream.of(registration.targets()).map(Class::getName), Stream.of(registration.classNames()))
                .toList();
        return named.isEmpty() ? Stream.of(type.getName()) : named.stream();
    }

    /// These types and all that Jackson comes to from them: what records and classes are made of, and enums; not the
    /// value types that the codec writes in their own notation.
    static Set<Class<?>> needed(Collection<Class<?>> roots) {
        var needed = new HashSet<Class<?>>();
        var next = new ArrayDeque<>(roots);
        while (!next.isEmpty()) {
            var type = next.remove();
            if (!isValue(type) && needed.add(type)) {
                parts(type).forEach(part -> next.addAll(Mentioned.ofTheHouse(Mentioned.in(part))));
            }
        }
        return needed;
    }

    private static List<Type> parts(Class<?> type) {
        if (type.isRecord()) {
            return Stream.of(type.getRecordComponents())
                    .map(each -> each.getGenericType())
                    .toList();
        }
        if (type.isSealed()) {
            return List.of(type.getPermittedSubclasses());
        }
        return Stream.of(type.getDeclaredFields())
                .filter(each -> !Modifier.isStatic(each.getModifiers()))
                .map(each -> each.getGenericType())
                .toList();
    }

    private static boolean isValue(Class<?> type) {
        try {
            var writer =
                    new EventCodec().mapper().getSerializerProviderInstance().findValueSerializer(type);
            return writer.getClass().getName().startsWith(VALUES);
        } catch (JsonMappingException e) {
            throw new IllegalStateException(e);
        }
    }
}
