package io.alphapanda.stage;

import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.ConfigValidationException;

/// Starts a function. When it can't start because of its configuration, the last line says so in words for a person,
/// and the exit code is 1.
@QuarkusMain
public final class Main {

    private static final int DEEPEST = 20;

    private Main() {}

    public static void main(String... arguments) {
        Quarkus.run(
                null,
                (code, failure) -> {
                    explain(failure);
                    // In dev mode this is called at every reload, and the process goes on.
                    if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
                        System.exit(failure == null ? code : 1);
                    }
                },
                arguments);
    }

    private static void explain(Throwable failure) {
        int depth = 0;
        for (var each = failure; each != null && depth < DEEPEST; each = each.getCause()) {
            if (each instanceof ConfigurationException || each instanceof ConfigValidationException) {
                System.err.println("configuration: " + each.getMessage());
                return;
            }
            depth++;
        }
    }
}
