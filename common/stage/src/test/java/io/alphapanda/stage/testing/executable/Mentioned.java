package io.alphapanda.stage.testing.executable;

import java.lang.classfile.Signature;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The classes a type is made of: `Map<String, List<Tick>>` is made of three containers' names and two that matter.
final class Mentioned {

    private Mentioned() {}

    static Set<Class<?>> in(Type type) {
        return switch (type) {
            case Class<?> plain when plain.isArray() -> in(plain.getComponentType());
            case Class<?> plain -> Set.of(plain);
            case ParameterizedType generic -> {
                var all = new HashSet<Class<?>>(in(generic.getRawType()));
                Stream.of(generic.getActualTypeArguments()).forEach(each -> all.addAll(in(each)));
                yield all;
            }
            case GenericArrayType array -> in(array.getGenericComponentType());
            case WildcardType wildcard -> in(wildcard.getUpperBounds()[0]);
            case TypeVariable<?> _ -> Set.of(Object.class);
            default -> throw new IllegalStateException("type " + type);
        };
    }

    static Set<Class<?>> in(Signature signature) {
        return switch (signature) {
            case Signature.ClassTypeSig type -> {
                var all = new HashSet<Class<?>>();
                all.add(HouseClasses.load(type.classDesc()
                        .descriptorString()
                        .substring(1, type.classDesc().descriptorString().length() - 1)));
                for (var argument : type.typeArgs()) {
                    all.addAll(
                            argument instanceof Signature.TypeArg.Bounded bounded
                                    ? in(bounded.boundType())
                                    : Set.of(Object.class));
                }
                yield all;
            }
            case Signature.ArrayTypeSig array -> in(array.componentSignature());
            case Signature.TypeVarSig _ -> Set.of(Object.class);
            case Signature.BaseTypeSig _ -> Set.of(int.class);
        };
    }

    /// Whether it says of what type JSON is: neither `Object` nor a bare `Class`, `List` or `Map` does.
    static boolean isTelling(Set<Class<?>> classes) {
        return !classes.contains(Object.class)
                && classes.stream().anyMatch(each -> each.isPrimitive() || !isContainer(each));
    }

    private static boolean isContainer(Class<?> type) {
        return type == Class.class
                || type.getTypeParameters().length > 0
                || type.getName().startsWith("com.fasterxml.jackson.")
                || type.getName().startsWith("java.lang.reflect.");
    }

    static Set<Class<?>> ofTheHouse(Set<Class<?>> classes) {
        return classes.stream()
                .filter(each -> each.getName().startsWith("io.alphapanda."))
                .collect(Collectors.toSet());
    }
}
