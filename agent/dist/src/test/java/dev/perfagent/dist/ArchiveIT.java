package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.example.Errands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A tool with a class archive or an AOT cache of its own, made without the agent or with it. */
final class ArchiveIT {
    private static final String RULES = """
        phases:
          - { phase: first, class: org.example.Errands.First, method: run }
          - { phase: second, class: org.example.Errands.Second, method: run }
        """;

    /** What every agent brings along. A JVM whose modules are others than the cache's does not use it, and says so. */
    private static final String[] WITH_AGENTS_MODULE = {"--add-modules", "java.instrument"};

    @TempDir
    private Path folder;

    private Path jar = Path.of("");
    private RunningServer server;
    private String[] errands = {};

    @BeforeEach
    void prepare() throws IOException {
        jar = Packed.classes(folder.resolve("errands.jar"), Errands.class);
        server = RunningServer.start(folder.resolve("server"));
        errands = new String[] {
            "first",
            "client=" + server.baseUrl() + "/user",
            "await=" + folder.resolve("home/running"),
            "second",
            "third"
        };
    }

    @AfterEach
    void endServer() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aClassArchive(Jdk jdk) throws IOException {
        String archive = folder.resolve("app.jsa").toString();
        train(jdk, "-XX:ArchiveClassesAtExit=" + archive);
        PlanRuns runs = runs();
        String[] flags = {"-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=" + folder.resolve("loaded.txt")};
        runs.next(jdk);

        PlanRuns.Measured warm = runs.next(jdk, jvm -> application(jvm.jvm(flags)));

        assertMeasured(warm);
        List<String> loaded = Files.readAllLines(folder.resolve("loaded.txt"));
        assertThat(loaded)
                .anyMatch(line -> line.contains("org.example.Errands$Third source: shared objects file (top)"));
    }

    /** An agent's JVM before 24 would crash: it looks for the bytes of the class where there are none. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aClassArchiveOfAJarThatHasAClassForNewerJdksOnly(Jdk jdk) throws IOException {
        String third = "org/example/Errands$Third.class";
        jar = Packed.pack(
                folder.resolve("released.jar"),
                Map.of("Multi-Release", "true"),
                Map.of(
                        "org/example/Errands.class",
                        Jvm.TEST_CLASSES.resolve("org/example/Errands.class"),
                        "org/example/Errands$First.class",
                        Jvm.TEST_CLASSES.resolve("org/example/Errands$First.class"),
                        "org/example/Errands$Second.class",
                        Jvm.TEST_CLASSES.resolve("org/example/Errands$Second.class"),
                        "META-INF/versions/11/" + third,
                        Jvm.TEST_CLASSES.resolve(third)));
        String archive = folder.resolve("app.jsa").toString();
        errands = new String[] {"first", "second", "third"};
        train(jdk, "-XX:ArchiveClassesAtExit=" + archive);
        String flag = "-XX:SharedArchiveFile=" + archive;
        if (jdk.feature() < 25) {
            assertStandsAside(jdk, flag);
            return;
        }

        PlanRuns.Measured run = runs().next(jdk, jvm -> application(jvm.jvm(flag)));

        assertThat(run.onlyRecord().path("exit_code").asInt()).isZero();
    }

    /** From it the JVM links the tool's own classes, main and all, before any agent begins. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.perfagent.dist.Jdk#withAotCache")
    void anAotCache(Jdk jdk) throws IOException {
        String cache = folder.resolve("app.aot").toString();
        train(jdk, "-XX:AOTCacheOutput=" + cache);
        PlanRuns runs = runs();
        String[] flags = {
            "--add-modules=java.instrument",
            "-XX:AOTCache=" + cache,
            "-Xlog:class+load:file=" + folder.resolve("loaded.txt")
        };

        PlanRuns.Measured cold = runs.next(jdk, jvm -> application(jvm.jvm(flags)));
        assertThat(cold.plan()).isEqualTo("cold");
        assertThat(cold.phases()).isEqualTo(Map.of("first", 1, "second", 1));
        PlanRuns.Measured warm = runs.next(jdk, jvm -> application(jvm.jvm(flags)));
        assertMeasured(warm);
        assertThat(warm.ended().out()).startsWith("first\n"); // the JVM has nothing to say about its modules

        List<String> loaded = Files.readAllLines(folder.resolve("loaded.txt"));
        assertThat(loaded).anyMatch(line -> line.contains("org.example.Errands source: shared objects file"));
        assertThat(loaded).anyMatch(line -> line.contains("org.example.Errands source: __VM_RedefineClasses__"));
        assertThat(loaded)
                .as("Shutdown defined the hand-off")
                .anyMatch(line -> line.contains("java.lang.PerfAgentHandoff source: __JVM_DefineClass__"));
    }

    /** Its own classes come out of it, and none of the application's is there before it and would have to be defined again. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.perfagent.dist.Jdk#withAotCache")
    void anAotCacheThatIsMadeWithTheAgent(Jdk jdk) throws IOException {
        String cache = folder.resolve("app.aot").toString();
        String[] flags = {
            "--add-modules=java.instrument",
            "-XX:AOTCache=" + cache,
            "-Xlog:class+load:file=" + folder.resolve("loaded.txt")
        };
        PlanRuns runs = runs();
        runs.next(jdk);
        int recorded = runs.home().runs().size();
        train(
                jdk,
                jvm -> jvm.environment("PERF_AGENT_TRAINING", "true").agent(runs.option()),
                "-XX:AOTCacheOutput=" + cache);
        assertThat(runs.home().runs()).as("the training is no run").hasSize(recorded);

        runs.next(jdk, jvm -> application(jvm.jvm(flags)));
        assertMeasured(runs.next(jdk, jvm -> application(jvm.jvm(flags))));

        List<String> loaded = Files.readAllLines(folder.resolve("loaded.txt"));
        assertThat(loaded)
                .noneMatch(line -> line.contains("org.example") && line.contains("__VM_RedefineClasses__"))
                .noneMatch(line -> line.contains("Shutdown source: __VM_RedefineClasses__"));
        for (String shared : List.of("org.example.Errands$Third", "dev.perfagent.record.Recording")) {
            assertThat(loaded).anyMatch(line -> line.contains(shared + " source: shared objects file"));
        }
        // A class that is in the cache, and is to be woven now.
        TestConfig.rules(
                folder.resolve("config"), RULES.replace("second", "third").replace("Second", "Third"));
        for (String plan : List.of("cold", "warm")) {
            PlanRuns.Measured changed = runs.next(jdk, jvm -> application(jvm.jvm(flags)));
            assertThat(changed.plan()).isEqualTo(plan);
            assertThat(changed.phases()).isEqualTo(Map.of("first", 1, "third", 1));
        }
        errands = new String[] {"first", "third"};
        assertThat(application(Jvm.on(jdk, folder).jvm(flags)).run().out())
                .as("without the agent")
                .isEqualTo(application(Jvm.on(jdk, folder)).run().out());
        assertThat(runs.home().agentLog()).isEmpty();
    }

    private void assertStandsAside(Jdk jdk, String... flags) {
        Jvm.Ended without = application(Jvm.on(jdk, folder).jvm(flags)).run();
        PlanRuns.Measured run = runs().next(jdk, jvm -> application(jvm.jvm(flags)));

        assertThat(run.records()).isEmpty();
        assertThat(run.ended().out()).isEqualTo(without.out());
        assertThat(run.ended().stderr()).isEqualTo(without.stderr());
        assertThat(run.ended().exitCode()).isEqualTo(without.exitCode()).isZero();
        assertThat(runs().home().agentLog()).contains("-XX:SharedArchiveFile").contains("not measured");
    }

    private static void assertMeasured(PlanRuns.Measured warm) {
        JsonNode run = warm.onlyRecord();
        assertThat(warm.plan()).isEqualTo("warm");
        assertThat(warm.phases()).isEqualTo(Map.of("first", 1, "second", 1));
        assertThat(run.path("http").path(0).path("requests").asInt()).isEqualTo(1);
        assertThat(run.path("exit_code").asInt()).isZero();
        assertThat(run.path("self").path("watched_ms").isNumber())
                .as(run.toString())
                .isTrue();
    }

    /** Runs it once without the agent. */
    private void train(Jdk jdk, String flag) throws IOException {
        train(jdk, jvm -> jvm, flag);
    }

    private void train(Jdk jdk, UnaryOperator<Jvm> with, String flag) throws IOException {
        Path running = Files.createDirectories(folder.resolve("home/running"));
        Path file = Files.writeString(running.resolve("training"), "");
        Jvm.Ended ended = application(
                        with.apply(Jvm.on(jdk, folder).jvm(WITH_AGENTS_MODULE).jvm(flag)))
                .run();
        Files.delete(file);
        assertThat(ended.exitCode()).as(ended.out() + ended.stderr()).isZero();
    }

    private PlanRuns runs() {
        return new PlanRuns(folder, this::application, "config=" + TestConfig.rules(folder.resolve("config"), RULES));
    }

    private Jvm application(Jvm jvm) {
        return jvm.main(jar.toString(), Errands.class.getName(), errands);
    }
}
