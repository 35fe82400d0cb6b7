package dev.perfagent.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.perfagent.hook.Handoff;
import dev.perfagent.weave.ByteBuddyWeaver;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.Test;

/** Which packages and libraries the weaver and its probes may use. */
final class PackagesTest {
    private static final String ROOT = "dev.perfagent.";

    /** Fewer classes than this were looked at: the rules below would pass on nothing. */
    private static final int FEWEST_CLASSES = 58;

    private static final int FEWEST_ADVICE = 15;

    /** All that may be used besides the JDK and our own packages, by the beginning of the package's name. */
    private static final List<String> LIBRARIES =
            List.of("com.github.benmanes.caffeine", "net.bytebuddy", "okhttp3", "picocli");

    /**
     * A package, and after the colon all that it uses: of this module, of core, and of libraries. The list of probes may use
     * each of them.
     */
    private static final String ARROWS = """
            probe: hook net.bytebuddy
            probe.caffeine: com.github.benmanes.caffeine hook net.bytebuddy probe
            probe.httpclient: hook net.bytebuddy probe
            probe.jvm: hook net.bytebuddy probe
            probe.okhttp: hook net.bytebuddy okhttp3 probe
            probe.picocli: hook net.bytebuddy picocli probe
            probe.process: hook net.bytebuddy probe
            probe.urlconnection: hook net.bytebuddy probe
            weave: hook net.bytebuddy plan probe probe.* settings
            """;

    private static final JavaClasses WEAVER = new ClassFileImporter()
            .importUrl(
                    ByteBuddyWeaver.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(WEAVER).hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @Test
    void everyPackageUsesWhatTheTableSaysAndNothingElse() {
        TreeMap<String, Set<String>> used = new TreeMap<>();
        for (JavaClass type : WEAVER) {
            Set<String> of = used.computeIfAbsent(name(type), ignored -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!isEverywhere(target) && !name(target).equals(name(type))) {
                    of.add(name(target).startsWith("probe.") ? "probe.*" : name(target));
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
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(WEAVER);
    }

    @Test
    void noClassesGoInACircle() {
        slices().assignedFrom(new Files()).should().beFreeOfCycles().check(WEAVER);
    }

    /** What one library needs is in one folder, and goes with it. */
    @Test
    void noProbeUsesAnotherProbe() {
        slices().matching(ROOT + "probe.(*)..").should().notDependOnEachOther().check(WEAVER);
    }

    /** Advice is inlined into the application's classes, where of all that is ours only the hand-off can be seen. */
    @Test
    void adviceUsesOnlyTheHandOffAndItsLibrary() {
        Set<String> advice = new TreeSet<>();
        for (JavaClass type : WEAVER) {
            if (isAdvice(type)) {
                advice.add(type.getName());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    assertThat(isSeenFromAdvice(type, target))
                            .as(dependency.getDescription())
                            .isTrue();
                }
            }
        }
        assertThat(advice).hasSizeGreaterThanOrEqualTo(FEWEST_ADVICE);
    }

    private static boolean isAdvice(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith(Advice.OnMethodEnter.class)
                        || method.isAnnotatedWith(Advice.OnMethodExit.class));
    }

    /** Annotations only say what to bind; the weaver reads them, and leaves them behind. The table says which library it is. */
    private static boolean isSeenFromAdvice(JavaClass advice, JavaClass target) {
        return !target.getName().startsWith(ROOT)
                || target.equals(advice)
                || target.isEquivalentTo(Handoff.class)
                || target.isAnnotation();
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
