package io.alphapanda.kite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// What this room may know.
@AnalyzeClasses(packages = "io.alphapanda.kite", importOptions = DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule KNOWS_VALUES_AND_NO_STAGE = noClasses()
            .should()
            .dependOnClassesThat(
                    new com.tngtech.archunit.base.DescribedPredicate<>(
                            "are of this house, but neither of this room nor money or instruments") {
                        @Override
                        public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                            var name = type.getPackageName();
                            return name.startsWith("io.alphapanda.")
                                    && !name.startsWith("io.alphapanda.kite")
                                    && !name.equals("io.alphapanda.domain.money")
                                    && !name.equals("io.alphapanda.domain.instrument");
                        }
                    });

    @ArchTest
    static final ArchRule ONLY_THE_CLIENT_TOUCHES_THE_NETWORK = noClasses()
            .that()
            .resideOutsideOfPackage("io.alphapanda.kite")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "io.vertx..",
                    "io.smallrye..",
                    "io.quarkus.rest..",
                    "org.jboss..",
                    "org.eclipse..",
                    "java.net.http..")
            .because("protocol and payloads are read without a connection");

    @ArchTest
    static final ArchRule THE_TICKER_IS_PURE = noClasses()
            .that()
            .resideInAPackage("io.alphapanda.kite.ticker")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "java.util.concurrent..");

    @ArchTest
    static final ArchRule NOBODY_ASKS_THE_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("whether it is too late is decided by the caller's clock");

    @ArchTest
    static final ArchRule CALLS_THINGS_BY_THEIR_NAMES =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Impl|Dto|DTO|Base)");

    @ArchTest
    static final ArchRule ONE_LOG = classes()
            .that()
            .haveSimpleNameNotContaining("UnknownWords")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("org.jboss.logging..")
            .because("what is logged is read by everybody, so one place does it, with nothing secret at hand");
}
