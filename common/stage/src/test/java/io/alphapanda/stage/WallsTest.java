package io.alphapanda.stage;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What may know what. Rooms are looked at as sources, because they are built after this module, and each only sees
/// itself.
class WallsTest {

    private static final JavaClasses STAGE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("io.alphapanda.stage");

    /// What every room may import.
    private static final Set<String> COMMON =
            Set.of("io.alphapanda.stage", "io.alphapanda.domain", "io.alphapanda.kite", "io.alphapanda.topics");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?(io\\.alphapanda\\.\\w+)(\\.\\w+)?");

    @Test
    void stageKnowsNoRoomAndNothingLocal() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.alphapanda..")
                        .and(not(resideInAnyPackage("io.alphapanda.stage..", "io.alphapanda.domain.."))))
                .check(STAGE);
    }

    @Test
    void doorsCarryNoRules() {
        noClasses()
                .that()
                .resideInAPackage("io.alphapanda.stage.door..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.alphapanda.stage.ledger..",
                        "io.alphapanda.domain.risk..",
                        "io.alphapanda.domain.order..",
                        "io.alphapanda.domain.portfolio..",
                        "io.alphapanda.domain.strategy..",
                        "io.alphapanda.domain.paper..",
                        "org.hibernate..",
                        "io.quarkus.hibernate..")
                .check(STAGE);
    }

    @Test
    void protocolKnowsNoTransport() {
        noClasses()
                .that()
                .resideInAPackage("io.alphapanda.stage.delivery..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx.ext.web..", "io.quarkus.funqy..", "io.quarkus.vertx.http..", "org.apache.kafka..")
                .check(STAGE);
    }

    @Test
    void whatAllStandOnKnowsNothingAboveIt() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.alphapanda.stage.event..",
                        "io.alphapanda.stage.trouble..",
                        "io.alphapanda.stage.broker..",
                        "io.alphapanda.stage.ledger..",
                        "io.alphapanda.stage.meter..",
                        "io.alphapanda.stage.publish..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.alphapanda.stage.door..", "io.alphapanda.stage.delivery..")
                .check(STAGE);
    }

    /// Commands without a container call them, with nothing but Kafka's client, Jackson and a JDBC driver beside it.
    @Test
    void replayAndPreflightNeedNoContainer() {
        noClasses()
                .that()
                .resideInAnyPackage("io.alphapanda.stage.replay..", "io.alphapanda.stage.preflight..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.smallrye..", "io.vertx..", "jakarta..", "org.hibernate..")
                .check(STAGE);
    }

    @Test
    void onlyTheMetersKnowWhatTheyAreRecordedWith() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.alphapanda.stage.meter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(STAGE);
    }

    @Test
    void nothingIsCalledUtil() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Impl|Dto|Base)")
                .check(STAGE);
    }

    @Test
    void roomsImportOneAnotherNever() throws IOException {
        for (var room : rooms()) {
            var own = new TreeSet<String>();
            for (var source : sources(room)) {
                own.add(Files.readString(source)
                        .lines()
                        .filter(line -> line.startsWith("package "))
                        .map(line -> line.replaceAll("package (io\\.alphapanda\\.\\w+).*", "$1"))
                        .findFirst()
                        .orElseThrow());
            }
            if (own.isEmpty()) {
                continue;
            }
            assertThat(own).as("root packages of " + room.getFileName()).hasSize(1);
            for (var source : sources(room)) {
                var imported = IMPORT.matcher(Files.readString(source))
                        .results()
                        .map(match -> match.group(1))
                        .filter(root -> !COMMON.contains(root))
                        .toList();
                assertThat(own).as(source.toString()).containsAll(imported);
            }
        }
    }

    @Test
    void functionsOfRoomsAreDoorsAndCarryNoRules() throws IOException {
        for (var room : rooms()) {
            for (var source : sources(room)) {
                if (source.getFileName().toString().endsWith("Function.java")) {
                    assertThat(IMPORT.matcher(Files.readString(source))
                                    .results()
                                    .filter(match -> match.group(1).equals("io.alphapanda.domain"))
                                    .map(match -> match.group(2)))
                            .as(source.toString())
                            .isSubsetOf(".event", ".signal");
                }
            }
        }
    }

    private static List<Path> rooms() throws IOException {
        var functions = Path.of(System.getProperty("panda.root", "../..")).resolve("functions");
        try (var rooms = Files.list(functions)) {
            var all =
                    rooms.filter(room -> Files.exists(room.resolve("pom.xml"))).toList();
            assertThat(all).hasSizeGreaterThanOrEqualTo(6);
            return all;
        }
    }

    private static List<Path> sources(Path room) throws IOException {
        var main = room.resolve("src/main/java");
        if (!Files.exists(main)) {
            return List.of();
        }
        try (var tree = Files.walk(main)) {
            return new ArrayList<>(
                    tree.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }
}
