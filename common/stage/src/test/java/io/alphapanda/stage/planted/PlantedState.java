package io.alphapanda.stage.planted;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/// What a static initialiser may not do, near and far; and what it may.
final class PlantedState {

    static final Instant STARTED = Instant.now();
    static final Optional<String> HOME = Optional.ofNullable(System.getenv("HOME"));
    static final Far FAR = new Far();

    /// Made when the executable is built, run when it runs.
    static final Supplier<Instant> LATER = () -> Instant.now();

    private PlantedState() {}

    static final class Far {

        private final SecureRandom random = new SecureRandom();

        private Far() {
            begin();
        }

        private void begin() {
            Thread.ofVirtual().start(random::nextInt);
        }
    }

    static Class<?> byName(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }

    static Object resource() {
        return PlantedState.class.getResourceAsStream("/planted.txt");
    }

    static Object services() {
        return ServiceLoader.load(Runnable.class);
    }
}
