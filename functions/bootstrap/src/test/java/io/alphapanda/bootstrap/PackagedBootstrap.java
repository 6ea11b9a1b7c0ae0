package io.alphapanda.bootstrap;

import io.alphapanda.local.infrastructure.Infrastructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/// The application as it was packaged last: a native executable if there is one, else the jar.
///
/// @param infrastructure where it is sent
/// @param database       which exists
record PackagedBootstrap(Infrastructure infrastructure, String database) {

    private static final Path TARGET = Path.of("target");

    /// @param exit   0 if the house may start
    /// @param output both streams
    record Result(int exit, String output) {

        /// The first group of the pattern's only match.
        int number(String pattern) {
            var match = Pattern.compile(pattern).matcher(output);
            if (!match.find()) {
                throw new AssertionError(pattern + " is not in: " + output);
            }
            return Integer.parseInt(match.group(1));
        }
    }

    /// A run under way.
    record Run(Process process, FutureTask<Result> result) {

        Result await() {
            try {
                return result.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// @param environment over that of the infrastructure
    Run start(Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command()).redirectErrorStream(true);
        var postgres = infrastructure.postgres();
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", infrastructure.kafkaBootstrapServers(),
                        "PANDA_DATABASE_URL", postgres.reactiveUrl(database),
                        "PANDA_DATABASE_USER", postgres.user(),
                        "PANDA_DATABASE_PASSWORD", postgres.password()));
        builder.environment().putAll(environment);
        var process = builder.start();
        var result = new FutureTask<>(() -> {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        });
        Thread.ofVirtual().start(result);
        return new Run(process, result);
    }

    private static List<String> command() throws IOException {
        try (var files = Files.list(TARGET)) {
            var executable =
                    files.filter(each -> each.toString().endsWith("-runner")).findFirst();
            if (executable.isPresent()) {
                return List.of(executable.get().toString());
            }
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-jar",
                TARGET.resolve("quarkus-app/quarkus-run.jar").toString());
    }
}
