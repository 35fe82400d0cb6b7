package dev.perfagent.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.perfagent.config.ConfigReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which packages and libraries the reading of the configuration may use. */
final class PackagesTest {
    private static final String ROOT = "dev.perfagent.";

    /** Fewer classes than this were looked at: the rules below would pass on nothing. */
    private static final int FEWEST_CLASSES = 36;

    /** All that may be used besides the JDK and our own packages, by the beginning of the package's name. */
    private static final List<String> LIBRARIES = List.of("org.snakeyaml.engine", "tools.jackson");

    /** A package, and after the colon all that it uses: of this module, of core, and of libraries. */
    private static final String ARROWS = """
        config: machine org.snakeyaml.engine run settings threshold tools.jackson
        """;

    private static final JavaClasses CONFIG = new ClassFileImporter()
            .importUrl(ConfigReader.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(CONFIG).hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @Test
    void everyPackageUsesWhatTheTableSaysAndNothingElse() {
        assertThat(Arrows.between(CONFIG, PackagesTest::name, (type, target) -> true))
                .isEqualTo(ARROWS);
    }

    @Test
    void noPackagesGoInACircle() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CONFIG);
    }

    @Test
    void noClassesGoInACircle() {
        assertThat(ClassCircles.largerThan(1, CONFIG)).isEmpty();
    }

    private static String name(JavaClass type) {
        String name = Arrows.name(type);
        for (String library : LIBRARIES) {
            if (name.startsWith(library)) {
                return library;
            }
        }
        return name;
    }
}
