package dev.perfagent.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.weave.ClassWeaver;
import java.net.URI;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which packages and libraries the weaver and its probes may use. */
final class PackagesTest {
    private static final String ROOT = "dev.perfagent.";
    private static final String ASM = "org.objectweb.asm";

    /** Fewer classes than this were looked at: the rules below would pass on nothing. */
    private static final int FEWEST_CLASSES = 65;

    private static final int FEWEST_ADVICE = 18;

    /**
     * A package, and after the colon all that it uses: of this module, of core, and ASM. The folders of the probes count as one,
     * without their libraries.
     */
    private static final String ARROWS = """
        inline: org.objectweb.asm
        probe: hook inline
        probe.*: hook inline probe
        weave: hook inline org.objectweb.asm plan probe probe.* settings
        """;

    private static final JavaClasses WEAVER = new ClassFileImporter()
            .importUrl(ClassWeaver.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(WEAVER).hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @Test
    void everyPackageUsesWhatTheTableSaysAndNothingElse() {
        assertThat(Arrows.between(WEAVER, PackagesTest::name, (type, target) -> !(isProbe(type) && isLibrary(target))))
                .isEqualTo(ARROWS);
    }

    @Test
    void aProbeUsesOneLibrary() {
        TreeMap<String, Set<URI>> groups = new TreeMap<>();
        for (JavaClass type : WEAVER) {
            if (isProbe(type)) {
                Arrows.used(type).filter(PackagesTest::isLibrary).forEach(target -> groups.computeIfAbsent(
                                type.getPackageName(), ignored -> new TreeSet<>())
                        .add(group(target)));
            }
        }
        groups.remove(ROOT + "probe.apache"); // its cache's context is the client's, and its answers are the core's
        groups.remove(ROOT + "probe.okhttp"); // its bodies are read by Okio
        groups.remove(ROOT + "probe.reactornetty"); // its methods hand out types of Netty
        groups.remove(ROOT + "probe.ktor"); // its methods take types of Kotlin's coroutines
        assertThat(groups).isNotEmpty().allSatisfy((probe, used) -> assertThat(used)
                .hasSize(1));
    }

    @Test
    void noPackagesGoInACircle() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(WEAVER);
    }

    @Test
    void noClassesGoInACircle() {
        assertThat(ClassCircles.largerThan(1, WEAVER)).isEmpty();
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
                assertThat(Arrows.used(type)).as(type.getName()).allMatch(target -> isSeenFromAdvice(type, target));
            }
        }
        assertThat(advice).hasSizeGreaterThanOrEqualTo(FEWEST_ADVICE);
    }

    private static boolean isAdvice(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith(Advice.OnMethodEnter.class)
                        || method.isAnnotatedWith(Advice.OnMethodExit.class));
    }

    /** Annotations only say what to bind; the weaver reads them, and leaves them behind. */
    private static boolean isSeenFromAdvice(JavaClass advice, JavaClass target) {
        return !Arrows.isOurs(target)
                || target.equals(advice)
                || target.isEquivalentTo(Handoff.class)
                || target.isAnnotation();
    }

    private static boolean isProbe(JavaClass type) {
        return type.getPackageName().startsWith(ROOT + "probe.");
    }

    private static boolean isLibrary(JavaClass type) {
        return !Arrows.isOurs(type) && !name(type).equals(ASM);
    }

    /** The folder of its library's artifacts: some libraries are several, as Apache HttpClient 4 and its core are. */
    private static URI group(JavaClass type) {
        String uri = type.getSource().orElseThrow().getUri().toString();
        String jar = uri.substring(uri.indexOf(':') + 1, uri.indexOf('!'));
        return URI.create(jar).resolve("../..");
    }

    private static String name(JavaClass type) {
        if (type.getPackageName().startsWith(ASM)) {
            return ASM;
        }
        return isProbe(type) ? "probe.*" : Arrows.name(type);
    }
}
