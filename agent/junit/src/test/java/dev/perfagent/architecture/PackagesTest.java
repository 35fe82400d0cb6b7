package dev.perfagent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.perfagent.junit.Budget;
import org.junit.jupiter.api.Test;

/** The extension is one package that uses JUnit's API and the JDK; of perf-agent it uses the jar, as a file. */
final class PackagesTest {
    private static final int FEWEST_CLASSES = 5;

    private static final JavaClasses EXTENSION = new ClassFileImporter()
            .importUrl(Budget.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void itUsesJUnitsApiAlone() {
        assertThat(EXTENSION).hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "dev.perfagent.junit", "org.junit.jupiter.api..", "org.jspecify.annotations")
                .check(EXTENSION);
    }
}
