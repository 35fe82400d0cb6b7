package dev.perfagent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** DESIGN section 1: one direction, no back and forth. */
final class PackagesTest {
    private static final String ROOT = "dev.perfagent.";

    /** Fewer classes than this were looked at: the rules below would pass on nothing. */
    private static final int FEWEST_CLASSES = 260;

    /** What each package may use of the others; a package that is not named here is a mistake. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("launch", List.of()),
            Map.entry("hook", List.of("launch")),
            Map.entry("run", List.of()),
            Map.entry("github", List.of()),
            Map.entry("machine", List.of("run")),
            Map.entry("threshold", List.of("run")),
            Map.entry("tip", List.of("run", "threshold")),
            Map.entry("choice", List.of("run", "threshold", "tip")),
            Map.entry("settings", List.of("run", "threshold")),
            Map.entry("application", List.of()),
            Map.entry("plan", List.of("threshold", "machine", "settings", "application", "run")),
            Map.entry("alert", List.of("run", "threshold", "machine")),
            Map.entry("journal", List.of("run", "machine", "settings", "plan", "threshold", "choice")),
            Map.entry("record", List.of("run", "github", "machine", "settings", "application")),
            Map.entry("observe.command", List.of("hook", "record")),
            Map.entry("observe.http", List.of("hook", "github", "record")),
            Map.entry("observe.cache", List.of("run", "record")),
            Map.entry("observe.process", List.of("record")),
            Map.entry("observe.rule", List.of("machine", "settings", "record")),
            Map.entry(
                    "observe",
                    List.of(
                            "hook",
                            "run",
                            "github",
                            "machine",
                            "settings",
                            "application",
                            "record",
                            "observe.command",
                            "observe.http",
                            "observe.cache",
                            "observe.process",
                            "observe.rule")),
            Map.entry(
                    "agent",
                    List.of(
                            "launch",
                            "hook",
                            "run",
                            "machine",
                            "settings",
                            "application",
                            "plan",
                            "record",
                            "observe",
                            "threshold",
                            "choice",
                            "journal",
                            "alert")));

    /** Judging and what follows from it. */
    private static final String[] PURE = {ROOT + "threshold", ROOT + "tip", ROOT + "choice"};

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.perfagent");

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(CORE).hasSizeGreaterThan(FEWEST_CLASSES);
    }

    @Test
    void everyPackageUsesOnlyWhatTheDesignLetsItUse() {
        for (JavaClass type : CORE) {
            assertThat(ARROWS).containsKey(slice(type));
        }
        ARROWS.forEach((from, allowed) -> {
            String[] packages = new String[allowed.size() + 3];
            packages[0] = ROOT + from;
            packages[1] = "java..";
            packages[2] = from.equals("machine") ? "com.sun.management" : "java..";
            for (int i = 0; i < allowed.size(); i++) {
                packages[i + 3] = ROOT + allowed.get(i);
            }
            classes()
                    .that()
                    .resideInAPackage(ROOT + from)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(withAnnotations(packages))
                    .check(CORE);
        });
    }

    @Test
    void noPackagesGoInACircle() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void judgingTouchesNeitherFilesNorClocks() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io", "java.nio..", "java.net", "java.time..")
                .check(CORE);
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CORE);
    }

    /** Advice hands over JDK types, and of these none that only one client has; decision 90 says why there is one exception. */
    @Test
    void coreKnowsNoHttpClient() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.perfagent.observe.http.JdkAnswers")
                .and()
                // Only an object of its interface sees what its bodies are.
                .haveNameNotMatching(".*\\.ObservedBodyHandler(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.HttpURLConnection")
                .check(CORE);
    }

    /** Of more than two classes that use each other in a circle, none can be understood alone. */
    @Test
    void noMoreThanTwoClassesGoInACircle() {
        assertThat(ClassCircles.largerThan(2, CORE)).isEmpty();
    }

    /** DESIGN section 5: first-use costs in a cold JVM, and what would lock the application out of choosing its own. */
    @Test
    void whatCostsAColdJvmMillisecondsIsNotUsed() {
        noClasses()
                .that()
                // Owner and mode can be told and set nowhere else; their Javadoc says what that costs, and when.
                .doNotHaveFullyQualifiedName("dev.perfagent.plan.PlanGuard")
                .and()
                .doNotHaveFullyQualifiedName("dev.perfagent.machine.OwnerOnly")
                .and()
                // On the sampler's thread.
                .doNotHaveFullyQualifiedName("dev.perfagent.machine.ThreadUse")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.regex",
                        "java.util.logging",
                        "java.lang.management",
                        "java.nio.file..",
                        "java.time..",
                        "java.util.stream",
                        "java.text")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Formatter")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessHandle")
                .check(CORE);
    }

    private static String[] withAnnotations(String[] packages) {
        String[] all = java.util.Arrays.copyOf(packages, packages.length + 1);
        all[packages.length] = "org.jspecify.annotations";
        return all;
    }

    private static String slice(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }
}
