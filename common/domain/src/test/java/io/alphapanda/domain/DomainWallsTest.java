package io.alphapanda.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The walls around the law: it computes, and knows neither machine, clock nor chance.
@AnalyzeClasses(packages = "io.alphapanda.domain", importOptions = DoNotIncludeTests.class)
class DomainWallsTest {

    @ArchTest
    static final ArchRule STANDS_ON_THE_JDK_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.alphapanda.domain..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule TOUCHES_NO_MACHINE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.sql..", "java.util.logging..")
            .orShould()
            .accessTargetWhere(calls(
                    "uses the machine",
                    Map.of(
                            "java.lang.System",
                            Set.of("out", "err", "in", "getLogger", "getenv", "getProperty", "exit"),
                            "java.lang.Runtime",
                            Set.of("getRuntime"))))
            .because("I/O, logging and configuration belong to the stages");

    @ArchTest
    static final ArchRule STARTS_NO_THREAD = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .because("the law is values and functions; who calls it, and when, is the stages' business");

    @ArchTest
    static final ArchRule ASKS_NO_CLOCK_AND_ROLLS_NO_DICE = noClasses()
            .should()
            .accessTargetWhere(clockOrChance())
            .because("a recorded day must replay to the same result: time and ids come in as arguments");

    @ArchTest
    static final ArchRule IS_THE_SAME_ON_EVERY_HOST = noClasses()
            .should()
            .accessTargetWhere(hostDefaults())
            .because("a day replayed elsewhere gives the same result: zone and locale are named");

    @ArchTest
    static final ArchRule REMEMBERS_NOTHING_BETWEEN_CALLS = noFields()
            .that()
            .areStatic()
            .should()
            .notBeFinal()
            .because("two lanes in one process must not meet in a variable");

    @ArchTest
    static final ArchRule CALLS_THINGS_BY_THEIR_NAMES = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Impl|Dto|DTO|Base)")
            .because("a name that fits everything says nothing");

    static Stream<ArchRule> walls() {
        return Stream.of(
                STANDS_ON_THE_JDK_ALONE,
                TOUCHES_NO_MACHINE,
                STARTS_NO_THREAD,
                ASKS_NO_CLOCK_AND_ROLLS_NO_DICE,
                IS_THE_SAME_ON_EVERY_HOST,
                REMEMBERS_NOTHING_BETWEEN_CALLS,
                CALLS_THINGS_BY_THEIR_NAMES);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void everyWallStopsATrespasser(ArchRule wall) {
        assertThat(stopped(wall)).isNotEmpty();
    }

    /// Each of the trespasser's ways is one method; none slips through a gap beside the others.
    @Test
    void noWayThroughAWallIsOverlooked() {
        assertThat(stopped(TOUCHES_NO_MACHINE)).contains("reads", "prints", "logs", "looksUpASetting");
        assertThat(stopped(STARTS_NO_THREAD)).contains("starts", "waits");
        assertThat(stopped(ASKS_NO_CLOCK_AND_ROLLS_NO_DICE))
                .contains("asksTheTime", "asksTheClock", "counts", "rolls", "rollsSecurely", "shuffles", "makesAnId");
        assertThat(stopped(IS_THE_SAME_ON_EVERY_HOST)).contains("asksTheZone", "formats", "formatsItself", "lowers");
    }

    private static List<String> stopped(ArchRule wall) {
        var trespassers = new ClassFileImporter().importClasses(Trespasser.class, Trespasser.Helper.class);
        var report = wall.evaluate(trespassers).getFailureReport().getDetails();
        var names = Stream.concat(
                Arrays.stream(Trespasser.class.getDeclaredMethods()).map(method -> method.getName()),
                Stream.of("Helper", "remembered"));
        return names.filter(name -> report.stream().anyMatch(line -> line.matches("(?s).*\\b" + name + "\\b.*")))
                .toList();
    }

    private static DescribedPredicate<JavaAccess<?>> clockOrChance() {
        var dice = Set.of(
                "java.util.concurrent.ThreadLocalRandom",
                "java.util.SplittableRandom",
                "java.security.SecureRandom",
                Random.class.getName());
        return DescribedPredicate.describe("reads a clock or rolls dice", access -> {
            var owner = access.getTargetOwner().getName();
            var name = access.getTarget().getName();
            return (owner.startsWith("java.time.") && name.equals("now"))
                    || (owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick")))
                    || (owner.equals("java.lang.System")
                            && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                    || (owner.equals("java.util.Date") && name.equals("<init>"))
                    || (owner.equals("java.lang.Math") && name.equals("random"))
                    || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                    || (owner.equals("java.util.Collections") && name.equals("shuffle"))
                    || owner.startsWith("java.util.random.")
                    || dice.contains(owner);
        });
    }

    private static DescribedPredicate<JavaAccess<?>> hostDefaults() {
        var named = calls(
                "depends on the host's zone or locale",
                Map.of(
                        "java.time.ZoneId", Set.of("systemDefault"),
                        "java.util.TimeZone", Set.of("getDefault"),
                        "java.util.Locale", Set.of("getDefault"),
                        "java.lang.String", Set.of("formatted")));
        return named.or(DescribedPredicate.describe("leaves the locale to the host", access -> {
            var name = access.getTarget().getName();
            return access.getTargetOwner().isEquivalentTo(String.class)
                    && Set.of("format", "toLowerCase", "toUpperCase").contains(name)
                    && access.getTarget() instanceof CodeUnitCallTarget call
                    && call.getRawParameterTypes().stream().noneMatch(each -> each.isEquivalentTo(Locale.class));
        }));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String what, Map<String, Set<String>> members) {
        return DescribedPredicate.describe(
                what, access -> members.getOrDefault(access.getTargetOwner().getName(), Set.of())
                        .contains(access.getTarget().getName()));
    }
}
