package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.example.Endings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code prepare} makes, the first real run uses; and {@code plan} tells what is in it. */
final class PrepareIT {
    @TempDir
    private Path folder;

    private AgentHome home;

    @BeforeEach
    void findHome() {
        home = new AgentHome(folder.resolve("home"));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theRunAfterIsWarm(Jdk jdk) {
        Jvm.Ended prepared = prepare(jdk, List.of(), java(jdk, "return"));

        assertThat(prepared.stderr()).contains("perf-agent: a plan was made:");
        assertThat(prepared.out()).isEqualTo(plain(jdk, "return").out());
        assertThat(prepared.exitCode()).isZero();
        List<Path> plans = home.files("plans");
        assertThat(plans).hasSize(1);
        assertThat(plansOfRuns()).containsExactly("cold");

        Jvm.on(jdk, folder).agent(home.option()).main(Endings.class, "return").run();

        assertThat(plansOfRuns()).containsExactly("cold", "warm");
        assertThat(home.files("plans")).isEqualTo(plans);
        assertThat(home.agentLog()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void aConfigurationIsPreparedFor(Jdk jdk) {
        TestConfig.rules(folder.resolve("conf"), "application: { name: endings }\n");

        Jvm.Ended prepared = prepare(jdk, List.of("--config", "conf"), java(jdk, "return"));
        Jvm.on(jdk, folder)
                .agent(home.option(), "config=conf")
                .main(Endings.class, "return")
                .run();

        assertThat(prepared.stderr()).contains("  application    endings, ");
        assertThat(plansOfRuns()).containsExactly("cold", "warm");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void preparingTwiceFindsThePlan(Jdk jdk) {
        prepare(jdk, List.of(), java(jdk, "return"));

        Jvm.Ended again = prepare(jdk, List.of(), java(jdk, "return"));

        assertThat(again.stderr()).contains("there was a plan already, and the run used it:");
        assertThat(again.exitCode()).isZero();
        assertThat(plansOfRuns()).containsExactly("cold", "warm");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aScriptIsPreparedToo(Jdk jdk) throws IOException {
        assumeTrue(File.separatorChar == '/', "a script is no program on Windows");
        Path script = Files.writeString(
                folder.resolve("endings"), "#!/bin/sh\nexec '" + String.join("' '", java(jdk, "return")) + "'\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        AgentHome awkward = new AgentHome(folder.resolve("a home, with 'signs'"));
        String[] words = {"prepare", "--home", awkward.folder().toString(), "--", script.toString()};

        Jvm.Ended prepared = Jvm.on(jdk, folder).jar(Jvm.AGENT, words).run();
        Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", awkward.folder().toString())
                .agent()
                .main(Endings.class, "return")
                .run();

        assertThat(prepared.stderr()).contains("Picked up JAVA_TOOL_OPTIONS").contains("a plan was made:");
        assertThat(awkward.runs().stream()
                        .map(run -> run.path("self").path("plan").asString()))
                .containsExactly("cold", "warm");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void aFlagThatIsThereAlreadyIsUsed(Jdk jdk) {
        String[] words = words(List.of(), java(jdk, "return"));

        Jvm.Ended prepared = Jvm.on(jdk, folder)
                .environment("JDK_JAVA_OPTIONS", Jvm.flag(home.option()))
                .jar(Jvm.AGENT, words)
                .run();

        assertThat(prepared.stderr()).contains("the agent's flag is in JDK_JAVA_OPTIONS already");
        assertThat(prepared.exitCode()).isEqualTo(2);

        Jvm.Ended asItIs = Jvm.on(jdk, folder)
                .environment("JDK_JAVA_OPTIONS", Jvm.flag(home.option()))
                .jar(Jvm.AGENT, asCommand(java(jdk, "return")))
                .run();

        assertThat(asItIs.stderr()).contains("a plan was made:");
        assertThat(plansOfRuns()).containsExactly("cold");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void aCommandThatFailsIsTold(Jdk jdk) {
        Jvm.Ended prepared = prepare(jdk, List.of(), java(jdk, "exit", "7"));

        assertThat(prepared.stderr()).contains("exit code 7\n").contains("a plan was made:");
        assertThat(prepared.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void whatIsLeftAloneHasNoPlan(Jdk jdk) {
        String javac = jdk.home().resolve("bin/javac").toString();

        Jvm.Ended prepared = prepare(jdk, List.of(), List.of(javac, "-version"));

        assertThat(prepared.stderr())
                .contains("no plan could be made:\n  no JVM that the agent measures ended normally");
        assertThat(prepared.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void thePlanIsListedShownAndCleared(Jdk jdk) {
        prepare(jdk, List.of(), java(jdk, "return"));

        JsonNode listed =
                tool(jdk, "plan", "list", "--format", "json").path("plans").get(0);
        JsonNode shown = tool(jdk, "plan", "show", "Endings", "--format", "json");

        assertThat(listed.path("not_used").isNull()).isTrue();
        assertThat(listed.path("program").asString()).isEqualTo(Endings.class.getName());
        assertThat(listed.path("agent_jar").asString()).isEqualTo(Jvm.AGENT.toString());
        assertThat(listed.path("java_home").asString()).isNotEmpty();
        assertThat(listed.path("woven").asInt()).isPositive();
        assertThat(shown.path("classes").valueStream().map(known -> known.path("name")
                        .asString()))
                .contains(Endings.class.getName());
        assertThat(shown.path("matches").valueStream().map(match -> match.path("class")
                        .asString()))
                .contains(Endings.class.getName());

        JsonNode cleared = tool(jdk, "plan", "clear", "--all", "--format", "json");

        assertThat(cleared.path("cleared")).hasSize(1);
        assertThat(home.files("plans")).isEmpty();
    }

    /** Each way ends as the program does, and the options of the fastest are used as they were written. */
    @Test
    void waysToStartAreCompared() throws IOException {
        Jdk jdk = Jdk.newest();
        Path cache = folder.resolve("x.aot");
        Path options = folder.resolve("x.args");
        Path jar = Packed.classes(folder.resolve("endings.jar"), Endings.class);
        List<String> program = List.of("-cp", jar.toString(), Endings.class.getName(), "return");
        List<String> command = new ArrayList<>(program);
        command.add(0, jdk.home().resolve("bin/java").toString());

        Jvm.Ended prepared = prepare(
                jdk,
                List.of(
                        "--format",
                        "json",
                        "--archive",
                        cache.toString(),
                        "--write",
                        options.toString(),
                        "--rounds",
                        "8"),
                command);

        JsonNode starts = new JsonMapper().readTree(prepared.stdout()).path("starts");
        List<JsonNode> ways = starts.path("ways").values().stream().toList();
        boolean hasCache = jdk.feature() >= 25;
        assertThat(ways).hasSize(6);
        for (JsonNode way : ways) {
            boolean isPossible = hasCache || !way.path("way").asString().contains("cache");
            assertThat(way.path("problem").isNull()).as(way.toString()).isEqualTo(isPossible);
            assertThat(way.path("median_ms").isNumber()).isEqualTo(isPossible);
        }
        assertThat(Files.exists(cache)).isEqualTo(hasCache);
        assertThat(home.agentLog()).isEmpty();

        Jvm.Ended alone =
                Jvm.on(jdk, folder).program(program.toArray(new String[0])).run();
        Jvm.Ended again = Jvm.on(jdk, folder)
                .bothCompilers()
                .jvm("@" + options)
                .program(program.toArray(new String[0]))
                .run();
        assertThat(again.out()).isEqualTo(alone.out());
        assertThat(again.stderr()).isEqualTo(alone.stderr());
        assertThat(plansOfRuns()).last().isEqualTo("warm");
    }

    /** The JVM ends at once where that module is missing, whatever the agent would do. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void theOtherSpellingIsNotAdvisedWhereTheJvmEndsByIt(Jdk jdk) throws IOException {
        List<String> program =
                List.of("-p", Packed.modularApplication(folder).toString(), "-m", Packed.MODULAR_MAIN, "0");
        List<String> command = new ArrayList<>(program);
        command.add(0, jdk.java().toString());
        Path options = folder.resolve("modular.args");

        Jvm.Ended prepared = prepare(jdk, List.of("--write", options.toString(), "--rounds", "8"), command);

        assertThat(prepared.stderr())
                .contains("-agentlib:instrument cannot be used: it ends with exit code ")
                .contains("No other way is surely faster than -javaagent.");
        assertThat(Files.readString(options)).startsWith("\"-javaagent:").doesNotContain("-agentlib");
        String variable = prepared.stderr()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("export JDK_JAVA_OPTIONS="))
                .findFirst()
                .orElseThrow();
        Jvm.Ended byVariable = Jvm.on(jdk, folder)
                .after(variable)
                .bothCompilers()
                .program(program.toArray(String[]::new))
                .run();
        assertThat(byVariable.out()).isEqualTo("modular\n");
        assertThat(byVariable.exitCode()).isZero();
        assertThat(plansOfRuns()).last().isEqualTo("warm");
    }

    private Jvm.Ended prepare(Jdk jdk, List<String> options, List<String> command) {
        return Jvm.on(jdk, folder).jar(Jvm.AGENT, words(options, command)).run();
    }

    private String[] words(List<String> options, List<String> command) {
        List<String> words =
                new ArrayList<>(List.of("prepare", "--home", home.folder().toString()));
        words.addAll(options);
        words.add("--");
        words.addAll(command);
        return words.toArray(String[]::new);
    }

    private static String[] asCommand(List<String> command) {
        List<String> words = new ArrayList<>(List.of("prepare", "--"));
        words.addAll(command);
        return words.toArray(String[]::new);
    }

    private static List<String> java(Jdk jdk, String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(jdk.java().toString(), "-cp", Jvm.TEST_CLASSES.toString(), Endings.class.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    private Jvm.Ended plain(Jdk jdk, String... arguments) {
        return Jvm.on(jdk, folder).main(Endings.class, arguments).run();
    }

    private JsonNode tool(Jdk jdk, String... arguments) {
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", home.folder().toString())
                .jar(Jvm.AGENT, arguments)
                .run();
        assertThat(ended.stderr()).isEmpty();
        return JsonMapper.shared().readTree(ended.out());
    }

    private List<String> plansOfRuns() {
        return home.runs().stream()
                .map(run -> run.path("self").path("plan").asString())
                .toList();
    }
}
