package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedTest {

    private static final Instant BUILT = Instant.parse("2026-03-05T04:00:00Z");
    private static final Room ROOM = new Room("risk-manager-paper", "risk-manager", List.of("paper"), 18_080);

    @TempDir
    private Path root;

    private Layout layout;
    private Path archive;

    @BeforeEach
    void packaged() throws IOException {
        layout = new Layout(root);
        archive = layout.archive("risk-manager");
        made(root.resolve("functions/risk-manager/target/quarkus-app/quarkus-run.jar"), BUILT);
    }

    @Test
    void itsClassesComeFromTheArchiveOfItsPackage() throws IOException {
        made(archive, BUILT.plusSeconds(60));

        assertThat(command()).contains("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
        assertThat(archive).exists();
    }

    @Test
    void anArchiveOfAnOlderPackageIsMadeAnew() throws IOException {
        made(archive, BUILT.minusSeconds(60));

        assertThat(command()).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(archive).doesNotExist();
    }

    @Test
    void withoutAnArchiveTheFirstProcessMakesIt() {
        assertThat(command()).contains("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
    }

    private List<String> command() {
        return new Packaged(layout, Map.of()).process(ROOM).command();
    }

    private static void made(Path file, Instant at) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
