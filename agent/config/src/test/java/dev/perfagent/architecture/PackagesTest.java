package dev.perfagent.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.perfagent.config.ConfigReader;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
        TreeMap<String, Set<String>> used = new TreeMap<>();
        for (JavaClass type : CONFIG) {
            Set<String> of = used.computeIfAbsent(name(type), ignored -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!isEverywhere(target) && !name(target).equals(name(type))) {
                    of.add(name(target));
                }
            }
        }
        StringBuilder table = new StringBuilder();
        used.forEach((from, to) ->
                table.append(from).append(": ").append(String.join(" ", to)).append('\n'));
        assertThat(table).hasToString(ARROWS);
    }

    @Test
    void noPackagesGoInACircle() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CONFIG);
    }

    @Test
    void noClassesGoInACircle() {
        slices().assignedFrom(new Files()).should().beFreeOfCycles().check(CONFIG);
    }

    /** The JDK, and what NullAway reads. */
    private static boolean isEverywhere(JavaClass type) {
        return type.isPrimitive()
                || type.getPackageName().startsWith("java.")
                || type.getPackageName().equals("org.jspecify.annotations");
    }

    private static String name(JavaClass type) {
        String name = type.getPackageName();
        if (name.startsWith(ROOT)) {
            return name.substring(ROOT.length());
        }
        for (String library : LIBRARIES) {
            if (name.startsWith(library)) {
                return library;
            }
        }
        return name;
    }

    /** Each class with those nested in it. */
    private static final class Files implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getName();
            int nested = name.indexOf('$');
            return SliceIdentifier.of(nested < 0 ? name : name.substring(0, nested));
        }

        @Override
        public String getDescription() {
            return "classes";
        }
    }
}
