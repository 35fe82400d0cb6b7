package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.example.Errands;
import org.example.OtherAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Once every class that a run is to be measured by is woven the transformer leaves, and nothing is missed. */
final class TransformerRemovalIT {
    private static final String RULES = """
        phases:
          - { phase: first, class: org.example.Errands.First, method: run }
          - { phase: second, class: "org.example.Errands.Sec*", method: run }
          - { phase: plugin, class: plugin.Main, method: "work*" }
        """;
    private static final String PLUGIN = """
        package plugin; public class Main implements Runnable {
        @Override public void run() { work(); }
        void work() { System.out.println("plugged in"); } }\
        """;
    private static final String MAIN = """
        package app; public class Main { public static void main(String[] a) { new Library().work(); } }\
        """;
    /** Until the agent has left, if it does. */
    private static final String MAIN_THAT_WAITS = """
        package app; public class Main { public static void main(String[] a) throws Exception {
        while (new java.io.File(a[0]).list() == null || new java.io.File(a[0]).list().length == 0) Thread.sleep(1);
        new Library().work(); } }\
        """;

    private static final String FOLDER_RULES = """
        phases:
          - { phase: work, class: "app.*", method: work }
          - { phase: more, class: "app.*", method: workToo }
        """;

    /** As in ClassFolders. */
    private static final int MOST_FOLDERS = 100;

    private static final String LIBRARY = """
        package app; public class Library { public void work() { System.out.println(1); } }\
        """;
    private static final String LARGER_LIBRARY = """
        package app; public class Library { public void work() { new Addition().workToo(); } }\
        """;
    private static final String ADDITION = """
        package app; public class Addition { public void workToo() { System.out.println(2); } }\
        """;
    private static final String METHOD_TIMING = """
        <?xml version="1.0" encoding="UTF-8"?>
        <configuration version="2.0"><event name="jdk.MethodTiming"><setting name="enabled">true</setting>
        <setting name="filter">org.example.Errands$First::run</setting></event></configuration>
        """;

    @TempDir
    private Path folder;

    private Path jar = Path.of("");

    /** The sampler's first marker tells that it has prepared to leave, and so has left. */
    private String afterLeaving = "";

    @BeforeEach
    void pack() {
        jar = Packed.classes(folder.resolve("errands.jar"), Errands.class);
        afterLeaving = "await=" + folder.resolve("home/running");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void nothingIsMissedThatTheFirstRunDidNotDo(Jdk jdk) throws IOException {
        try (RunningServer server = RunningServer.start(folder.resolve("server"))) {
            String client = "client=" + server.baseUrl() + "/user";
            String connection = "connection=" + server.baseUrl() + "/meta";
            PlanRuns runs = runs(RULES);
            PlanRuns.Measured cold = runs.next(jdk, errands("first"));
            assertThat(cold.plan()).isEqualTo("cold");
            assertThat(watchedMs(cold).isNull()).isTrue();

            PlanRuns.Measured early = runs.next(jdk, errands("second", client, connection));
            assertMeasured(early, Map.of("second", 1), 2);

            PlanRuns.Measured late = runs.next(jdk, errands("first", afterLeaving, "second", client, connection));
            assertMeasured(late, Map.of("first", 1, "second", 1), 2);
            assertHasLeft(late);
            assertThat(missesClasses(late)).isFalse();
            assertThat(server.log().requests()).hasSize(4);
            assertThat(runs.home().agentLog()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aRunThatLeavesIsRecordedAsOneThatStays(Jdk jdk) {
        PlanRuns runs =
                new PlanRuns(folder, errands("first", afterLeaving, "second", "third"), "config=" + config(RULES));

        assertHasLeft(runs.coldThenWarm(jdk));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aLoaderThatComesUpAfterwardsIsTold(Jdk jdk) {
        Path plugin = Packed.sources(folder.resolve("plugin.jar"), "", Map.of(), PLUGIN);
        PlanRuns runs = runs(RULES);
        runs.next(jdk, errands("first"));

        PlanRuns.Measured missed = runs.next(jdk, errands(afterLeaving, "plugin=" + plugin));
        assertHasLeft(missed);
        assertThat(missed.phases()).isEmpty();
        assertThat(missesClasses(missed)).isTrue();
        assertThat(shown()).contains("missed what the classes of one of the application's class loaders did");
        assertThat(runs.home().agentLog()).containsOnlyOnce("the application created a class loader");

        PlanRuns.Measured seen = runs.next(jdk, errands(afterLeaving, "plugin=" + plugin));
        assertHasStayed(seen);
        assertThat(missesClasses(seen)).isFalse();
        assertThat(shown()).doesNotContain("missed");
        assertThat(seen.phases()).isEqualTo(Map.of("plugin", 1));
        assertThat(runs.home().agentLog()).containsOnlyOnce("the application created a class loader");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aFolderOnTheClassPathThatIsCompiledAgain(Jdk jdk) throws IOException {
        Path classes = Packed.compile(folder.resolve("classes"), "", MAIN_THAT_WAITS, LIBRARY);
        PlanRuns runs = new PlanRuns(
                folder,
                jvm -> jvm.program("-cp", classes.toString(), "app.Main").program(folder + "/home/running"),
                "config=" + config(FOLDER_RULES));
        assertHasLeft(runs.coldThenWarm(jdk));

        // A class that no rule is about, in a folder that is there: nothing is asked again.
        Files.copy(classes.resolve("app/Main.class"), classes.resolve("app/Unrelated"));
        PlanRuns.Measured unsure = runs.next(jdk);
        assertHasStayed(unsure);
        assertThat(unsure.plan()).isEqualTo("warm");
        assertHasLeft(runs.next(jdk));

        // One that is written over, and one that is new, both loaded when the agent would have left.
        Packed.compile(classes, "", LARGER_LIBRARY, ADDITION);
        PlanRuns.Measured changed = runs.next(jdk);
        assertHasStayed(changed);
        assertThat(changed.phases()).isEqualTo(Map.of("work", 1, "more", 1));
        PlanRuns.Measured again = runs.next(jdk);
        assertHasLeft(again);
        assertThat(again.plan()).isEqualTo("warm");
        assertThat(again.phases()).isEqualTo(Map.of("work", 1, "more", 1));
        assertThat(runs.home().agentLog()).isEmpty();
    }

    @Test
    void moreFoldersThanAreWorthLookingAt() throws IOException {
        Path classes = Packed.compile(folder.resolve("classes"), "", MAIN_THAT_WAITS, LIBRARY);
        for (int i = 0; i < MOST_FOLDERS; i++) {
            Files.createDirectory(classes.resolve("resources" + i));
        }

        assertStays(FOLDER_RULES.replace("workToo", "main"), jvm -> jvm.program("-cp", classes.toString(), "app.Main")
                .program(folder + "/home/running"));
    }

    @Test
    void rulesThatDoNotNameClasses() {
        assertStays("phases: [ { phase: timed, annotated: org.example.Errands.Timed } ]", warm());
    }

    @Test
    void anotherAgent() {
        String other = "-javaagent:" + Packed.agent(folder, OtherAgent.class, "Looker");

        assertStays(RULES, jvm -> warm().apply(jvm.jvm(other)));
    }

    /** With such a filter a recording weaves the class too, and again when it is started or stopped. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.perfagent.dist.Jdk#withAotCache")
    void aRecordingThatWeavesToo(Jdk jdk) throws IOException {
        Path settings = Files.writeString(folder.resolve("timing.jfc"), METHOD_TIMING);
        String flag = "-XX:StartFlightRecording:settings=" + settings + ",filename=" + folder.resolve("x.jfr");

        assertStays(jdk, RULES, jvm -> warm().apply(jvm.jvm(flag)));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aJarThatOnlyAManifestNamesIsAnother(Jdk jdk) {
        Path library = Packed.sources(folder.resolve("library.jar"), "", Map.of(), LIBRARY);
        Map<String, String> manifest = Map.of("Main-Class", "app.Main", "Class-Path", "library.jar");
        Path main = Packed.sources(folder.resolve("main.jar"), library.toString(), manifest, MAIN);
        PlanRuns runs = new PlanRuns(
                folder,
                jvm -> jvm.jar(main),
                "config=" + config("phases: [ { phase: work, class: \"app.*\", method: \"work*\" } ]"));
        runs.coldThenWarm(jdk);

        Packed.sources(library, "", Map.of(), LARGER_LIBRARY, ADDITION);

        PlanRuns.Measured changed = runs.next(jdk);
        assertThat(changed.plan()).isEqualTo("cold");
        assertThat(changed.phases()).isEqualTo(Map.of("work", 1));
        PlanRuns.Measured again = runs.next(jdk);
        assertThat(again.plan()).isEqualTo("warm");
        assertThat(again.phases()).isEqualTo(Map.of("work", 1));
        assertThat(runs.home().files("plans")).hasSize(1);
    }

    /** What is in it counts as on the command line: neither other agents nor options that change the JVM's speed are missed. */
    @Test
    void anArgumentFileIsLookedInto() throws IOException {
        String file = "@" + Files.writeString(folder.resolve("options"), "-Xss2m\n\"-Dfar=a b\"\n");
        PlanRuns runs = runs(RULES);
        runs.next(Jdk.own(), warm());

        PlanRuns.Measured direct = runs.next(Jdk.own(), jvm -> warm().apply(jvm.jvm("-Xss2m")));
        PlanRuns.Measured byFile = runs.next(Jdk.own(), jvm -> warm().apply(jvm.jvm(file)));

        assertHasLeft(byFile);
        assertThat(flags(byFile)).isEqualTo(flags(direct));
    }

    private static String flags(PlanRuns.Measured run) {
        return run.onlyRecord().path("environment").path("jvm_flags").asString();
    }

    private void assertStays(String rules, UnaryOperator<Jvm> application) {
        assertStays(Jdk.own(), rules, application);
    }

    private void assertStays(Jdk jdk, String rules, UnaryOperator<Jvm> application) {
        PlanRuns runs = runs(rules);
        PlanRuns.Measured cold = runs.next(jdk, application);
        PlanRuns.Measured warm = runs.next(jdk, application);

        assertHasStayed(warm);
        assertThat(warm.plan()).isEqualTo("warm");
        assertThat(warm.phases()).isEqualTo(cold.phases());
        assertThat(warm.phases().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(2);
        assertThat(runs.home().agentLog()).isEmpty();
    }

    private UnaryOperator<Jvm> warm() {
        return errands("first", afterLeaving, "second");
    }

    private static void assertMeasured(PlanRuns.Measured run, Map<String, Integer> phases, int requests) {
        assertThat(run.plan()).isEqualTo("warm");
        assertThat(run.phases()).isEqualTo(phases);
        assertThat(run.onlyRecord().path("http").path(0).path("requests").asInt())
                .isEqualTo(requests);
    }

    private static void assertHasLeft(PlanRuns.Measured run) {
        assertThat(watchedMs(run).isNumber()).as(run.onlyRecord().toString()).isTrue();
        assertThat(watchedMs(run).asDouble()).isPositive();
    }

    private static boolean missesClasses(PlanRuns.Measured run) {
        JsonNode missed = run.onlyRecord().path("self").path("classes_missed");
        assertThat(missed.isBoolean()).isTrue();
        return missed.asBoolean();
    }

    /** The last run as a person reads it, on one line. */
    private String shown() {
        return ToolHere.run(new AgentHome(folder.resolve("home")), "runs", "show", "last")
                .out()
                .replaceAll("\\s+", " ");
    }

    private static void assertHasStayed(PlanRuns.Measured run) {
        assertThat(watchedMs(run).isNull()).as(run.onlyRecord().toString()).isTrue();
    }

    private static JsonNode watchedMs(PlanRuns.Measured run) {
        return run.onlyRecord().path("self").path("watched_ms");
    }

    private PlanRuns runs(String rules) {
        return new PlanRuns(folder, jvm -> jvm, "config=" + config(rules));
    }

    private Path config(String rules) {
        return TestConfig.rules(folder.resolve("config"), rules);
    }

    private UnaryOperator<Jvm> errands(String... errands) {
        String[] arguments = Stream.concat(Stream.of(Errands.class.getName()), Arrays.stream(errands))
                .toArray(String[]::new);
        return jvm -> jvm.program("-cp", jar.toString()).program(arguments);
    }
}
