package io.alphapanda.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.Set;

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
            .because("I/O and logging belong to the stages");

    @ArchTest
    static final ArchRule ASKS_NO_CLOCK_AND_ROLLS_NO_DICE = noClasses()
            .should()
            .accessTargetWhere(clockOrChance())
            .because("a recorded day must replay to the same result: time and ids come in as arguments");

    @ArchTest
    static final ArchRule CALLS_THINGS_BY_THEIR_NAMES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Base");

    private static DescribedPredicate<JavaAccess<?>> clockOrChance() {
        var dice =
                Set.of("java.util.concurrent.ThreadLocalRandom", "java.util.SplittableRandom", Random.class.getName());
        return DescribedPredicate.describe("reads a clock or rolls dice", access -> {
            var owner = access.getTargetOwner().getName();
            var name = access.getTarget().getName();
            return (owner.startsWith("java.time.") && name.equals("now"))
                    || (owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick")))
                    || (owner.equals("java.lang.System")
                            && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                    || (owner.equals("java.lang.Math") && name.equals("random"))
                    || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                    || (dice.contains(owner));
        });
    }
}
