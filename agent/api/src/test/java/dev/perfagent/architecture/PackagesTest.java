package dev.perfagent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.perfagent.api.MetricsCollector;
import org.junit.jupiter.api.Test;

/** The API is one package that uses nothing but the JDK. */
final class PackagesTest {
    /** Fewer classes than this were looked at: the rules below would pass on nothing. */
    private static final int FEWEST_CLASSES = 15;

    private static final JavaClasses API = new ClassFileImporter()
            .importUrl(
                    MetricsCollector.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(API).hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @Test
    void itUsesTheJdkAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.perfagent.api", "org.jspecify.annotations")
                .andShould()
                .resideInAPackage("dev.perfagent.api")
                .check(API);
    }

    /** The collector and what it measures know each other. */
    @Test
    void noMoreThanTwoClassesGoInACircle() {
        slices().assignedFrom(new Parts()).should().beFreeOfCycles().check(API);
    }

    /** Each class with those nested in it; a measurement with its collector. */
    private static final class Parts implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getName();
            int nested = name.indexOf('$');
            String outer = nested < 0 ? name : name.substring(0, nested);
            return SliceIdentifier.of(outer.endsWith(".OpenMeasurement") ? MetricsCollector.class.getName() : outer);
        }

        @Override
        public String getDescription() {
            return "classes";
        }
    }
}
