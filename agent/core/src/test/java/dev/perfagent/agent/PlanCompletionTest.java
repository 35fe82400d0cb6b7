package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perfagent.application.Application;
import dev.perfagent.plan.ClassFolders;
import dev.perfagent.plan.ClassPath;
import dev.perfagent.plan.CoverageGap;
import dev.perfagent.plan.LoaderKind;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.settings.Configuration;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import dev.perfagent.settings.Target;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanCompletionTest {
    private static final String SHUTDOWN = "java/lang/Shutdown";
    private static final String HTTP_CLIENT = "jdk/internal/net/http/HttpClientImpl";
    private static final String ASSERTIONS = "org/assertj/core/api/Assertions";
    private static final String OTHER = "org/assertj/core/api/Condition";
    private static final String START_PATH = "app.jar";

    /** As in the class. */
    private static final int MOST_QUESTIONS = 200;

    private final FakeWeaver weaver = new FakeWeaver();
    private @Nullable ClassPath path =
            new ClassPath(List.of(ASSERTIONS, OTHER), List.of("a.jar:1:2|"), new ClassFolders());
    private final List<String> read = new ArrayList<>();

    @Test
    void classesOfTheJdkAreAskedAboutByTheirLoader() throws IOException {
        weaver.watched.addAll(List.of(SHUTDOWN, HTTP_CLIENT, "**picocli/CommandLine", "no/such/Main"));
        Plan plan = plan();

        survey(plan).complete(true);

        assertThat(plan.coverage().gap()).isNull();
        assertThat(plan.coverage().isComplete()).isTrue();
        assertThat(plan.classes().wovenClasses())
                .containsOnlyKeys(SHUTDOWN, HTTP_CLIENT)
                .containsEntry(SHUTDOWN, LoaderKind.BOOT)
                .containsEntry(HTTP_CLIENT, LoaderKind.of(HttpClient.class.getClassLoader()));
    }

    @Test
    void classesOnTheClassPathAreAskedAboutWhenARuleFitsTheirName() throws IOException {
        Plan plan = plan(phase(new Target("org.assertj.**.Assertions", null, null, List.of())));

        survey(plan).complete(true);

        assertThat(weaver.asked).containsExactly(ASSERTIONS);
        assertThat(plan.coverage().isComplete()).isTrue();
        assertThat(plan.classes().knows(LoaderKind.SYSTEM, ASSERTIONS)).isTrue();
        assertThat(plan.matches()).containsExactlyElementsOf(weaver.matches());
        assertThat(read).containsExactly(START_PATH);
    }

    @Test
    void modulesAreListedForRulesThatMayBeAboutThem() throws IOException {
        survey(plan()).complete(true);
        survey(plan(phase(new Target("com.sun.tools.javac.**", null, null, List.of()))))
                .complete(true);
        survey(plan(phase(new Target("**Compiler", null, null, List.of())))).complete(true);

        assertThat(read).containsExactly(START_PATH, START_PATH + " with modules", START_PATH + " with modules");
    }

    @Test
    void whatWasLoadedIsNotAskedAboutAgain() throws IOException {
        weaver.watched.add(SHUTDOWN);
        Plan plan = plan(phase(new Target("org.assertj.**", null, null, List.of())));
        plan.classes().learn(LoaderKind.SYSTEM, ASSERTIONS, new byte[] {1}, null);
        plan.classes().learn(LoaderKind.BOOT, SHUTDOWN, new byte[] {2}, null);

        survey(plan).complete(true);

        assertThat(weaver.asked).containsExactly(OTHER);
    }

    /** A compiler may have written them anew since they were loaded. */
    @Test
    void classesInFoldersAreAskedAboutByTheirBytes(@TempDir Path root) throws IOException {
        Path file = root.resolve(ASSERTIONS + ".class");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, new byte[] {1});
        ClassFolders folders = new ClassFolders();
        folders.add(root.toFile());
        path = new ClassPath(List.of(ASSERTIONS), List.of(), folders);
        Plan plan = plan(phase(new Target("org.assertj.**", null, null, List.of())));
        plan.classes().learn(LoaderKind.SYSTEM, ASSERTIONS, new byte[] {1}, null);

        survey(plan).complete(true);

        assertThat(weaver.asked).containsExactly(ASSERTIONS);
        assertThat(plan.coverage().isComplete()).isTrue();
        assertThat(plan.coverage().restsOnFolders()).isTrue();
        assertThat(folders.stamps().toString()).contains("Assertions.class:1:");
    }

    /** As of a main class that inherits its main. */
    @Test
    void whatTheWeaverThenWatchesForIsAskedAboutToo() throws IOException {
        weaver.watched.add(ASSERTIONS);
        weaver.watchedAfterwards.add(OTHER);
        Plan plan = plan();

        survey(plan).complete(true);

        assertThat(weaver.asked).containsExactly(ASSERTIONS, OTHER);
        assertThat(plan.watched()).contains(OTHER);
        assertThat(plan.coverage().isComplete()).isTrue();
    }

    @Test
    void aPlanThatIsCompleteIsLeftAsItIs() throws IOException {
        Plan plan = plan();
        plan.coverage().completed(List.of(), List.of());

        survey(plan).complete(false);

        assertThat(plan.coverage().isComplete()).isTrue();
        assertThat(read).isEmpty();
    }

    @Test
    void aClassPathThatCannotBeListed() throws IOException {
        path = null;

        assertGap(plan(), true, CoverageGap.CLASS_PATH);
    }

    @Test
    void rulesThatDoNotNameClasses() throws IOException {
        assertGap(
                plan(phase(new Target(null, "com.example.Timed", null, List.of()))),
                true,
                CoverageGap.RULES_WITHOUT_CLASS);
        assertGap(plan(phase(new Target("com.example.**", null, "a.Shape", List.of()))), true, CoverageGap.SUPERTYPES);
        assertThat(read).isEmpty();
    }

    @Test
    void loadersOfTheApplicationsOwn() throws IOException {
        Plan plan = plan();
        plan.coverage().otherLoaderSeen();

        assertGap(plan, true, CoverageGap.OTHER_LOADERS);
        assertThat(read).isEmpty();
    }

    @Test
    void aJvmWithoutCounters() throws IOException {
        assertGap(plan(), false, CoverageGap.NO_COUNTERS);
    }

    @ParameterizedTest
    @CsvSource({"java.system.class.loader, SYSTEM_LOADER", "jdk.module.path, MODULES", "jdk.module.main, MODULES"})
    void startedInAnotherWay(String property, CoverageGap gap) throws IOException {
        System.setProperty(property, "x");
        try {
            assertGap(plan(), true, gap);
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void tooManyClassesThatMayMatch() throws IOException {
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= MOST_QUESTIONS; i++) {
            many.add("com/example/Class" + i);
        }
        path = new ClassPath(many, List.of(), new ClassFolders());

        assertGap(plan(phase(new Target("com.example.**", null, null, List.of()))), true, CoverageGap.TOO_MANY);
    }

    @Test
    void aClassThatCannotBeWovenLeavesThePlanSound() {
        weaver.watched.add(SHUTDOWN);
        weaver.fails = true;
        Plan plan = plan();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> survey(plan).complete(true));

        assertThat(plan.coverage().gap()).isEqualTo(CoverageGap.NOT_ASKED);
        assertThat(plan.matches()).containsExactlyElementsOf(weaver.matches());
    }

    private void assertGap(Plan plan, boolean hasCounters, CoverageGap gap) throws IOException {
        survey(plan).complete(hasCounters);

        assertThat(plan.coverage().gap()).isEqualTo(gap);
        assertThat(plan.coverage().isComplete()).isFalse();
        assertThat(plan.matches()).containsExactlyElementsOf(weaver.matches());
    }

    private PlanCompletion survey(Plan plan) {
        return new PlanCompletion(
                plan,
                weaver,
                (classPath, withModules) -> {
                    read.add(classPath + (withModules ? " with modules" : ""));
                    return path;
                },
                START_PATH);
    }

    private Plan plan(Rule... rules) {
        Settings settings = new Settings(null, null, List.of(rules), Set.of(), ObservedKinds.ALL, true, 90);
        return Plan.first(
                new Configuration(settings, null),
                new Application(null, null, "app"),
                List.of(),
                new byte[0],
                new byte[0],
                weaver.watched());
    }

    private static Rule phase(Target target) {
        return new Rule.Phase("phase", target, 0);
    }

    /** Weaves whatever it is asked about. */
    private static final class FakeWeaver implements Weaver {
        private final List<String> watched = new ArrayList<>();
        private final List<String> watchedAfterwards = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private boolean fails;

        @Override
        public byte[] weave(@Nullable ClassLoader loader, String name, byte[] original) {
            if (fails) {
                throw new IllegalStateException("odd class file");
            }
            asked.add(name);
            watched.addAll(watchedAfterwards);
            watchedAfterwards.clear();
            return new byte[] {1};
        }

        @Override
        public List<RuleMatch> matches() {
            return List.of(new RuleMatch(RuleMatch.PROBE, "exit", "java.lang.Shutdown", List.of("exit"), null));
        }

        @Override
        public List<String> watched() {
            return List.copyOf(watched);
        }

        @Override
        public List<String> probes() {
            return List.of();
        }
    }
}
