package io.alphapanda.kite;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// Lets a native executable find [Secret] by name, where Jackson reads one. Not said at the class itself: Jackson
/// refuses to write what has no properties, but writes it as an empty object as soon as the class has an annotation.
@RegisterForReflection(targets = Secret.class)
final class SecretsByName {

    private SecretsByName() {}
}
