package io.alphapanda.local.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A room from its sources, under `quarkus dev`: a change is compiled and loaded on the next request.
///
/// @param layout where they lie
/// @param maven  of a version that Quarkus' dev mode takes
record DevMode(Layout layout, Maven maven) implements Launch {

    @Override
    public ProcessBuilder process(Room room) {
        var command = new ArrayList<>(maven.command());
        command.addAll(List.of(
                "-B",
                "-ntp",
                // Its presence switches the static analysis off; its value lets Leftovers know the process.
                "-Dpanda.dev=" + layout.function(room.function()),
                "-pl",
                "functions/" + room.function(),
                "-am",
                // The phase too: what the function's tests take from the modules beside it is found only then.
                "test-compile",
                "quarkus:dev",
                "-DskipTests",
                "-Ddebug=false",
                "-Dquarkus.console.enabled=false",
                "-Dquarkus.analytics.disabled=true",
                // The ledger's schema is Flyway's.
                "-Dquarkus.hibernate-orm.validate-in-dev-mode=false",
                "-Dquarkus.test.continuous-testing=disabled",
                "-Djvm.args=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m"));
        var process = new ProcessBuilder(command).directory(layout.root().toFile());
        process.environment()
                .put("JAVA_HOME", Path.of(System.getProperty("java.home")).toString());
        process.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m");
        return process;
    }

    /// The first time, Maven may have to fetch what dev mode needs.
    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }
}
