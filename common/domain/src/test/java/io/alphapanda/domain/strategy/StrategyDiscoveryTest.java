package io.alphapanda.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/// Strategies are found by their type: the build lists them, nobody edits a list.
class StrategyDiscoveryTest {

    @Test
    void theLoaderFindsEveryStrategyThatIsWrittenAndNoOther() {
        var written = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.alphapanda.domain").stream()
                        .filter(each -> each.isAssignableTo(StrategyType.class) && !each.isInterface())
                        .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(ServiceLoader.load(StrategyType.class))
                .extracting(type -> type.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void theHouseComesWithFiveStrategiesOfDifferentNames() {
        assertThat(ServiceLoader.load(StrategyType.class))
                .extracting(StrategyType::name)
                .doesNotHaveDuplicates()
                .contains("momentum", "mean-reversion", "rsi", "breakout", "low-frequency");
    }
}
