package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.example.Busy;
import org.example.LongLived;
import org.example.Waits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped jar profiles a real program. */
final class ProfileIT {
    private static final String RULES = """
        application: { name: busy }
        phases:
          - { phase: working, class: org.example.Busy, method: work }
          - { phase: resting, class: org.example.Busy, method: rest }
        """;

    @TempDir
    private Path folder;

    private int profiles;

    @EnabledOnOs({OS.LINUX, OS.MAC})
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theMethodThatWorksIsFoundAndAShortRunIsRepeatedAndCompared(Jdk jdk) throws IOException {
        Jvm.Ended ended = profile(jdk, List.of("--event", "cpu"), "300", "100");

        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(ended.out()).isEqualToIgnoringNewLines("done");
        assertThat(ended.stderr()).contains("Sampled by async-profiler.").doesNotContain("too short", "Too short");
        JsonNode working = phase("working");
        assertThat(working.path("hot_methods").path(0).path("method").asString())
                .isEqualTo("org.example.Busy.work");
        assertThat(working.path("hot_methods").path(0).path("share").asDouble()).isBetween(0.95, 1.0);
        assertThat(working.path("cpu_samples").asInt()).isGreaterThan(200);
        if (OS.LINUX.isCurrentOs()) { // elsewhere it is not known so soon after the start
            assertThat(working.path("cpu_ms").asDouble()).isBetween(300.0, 600.0);
        }
        assertThat(phase("resting").path("wall_ms").asDouble()).isGreaterThanOrEqualTo(100);
        assertThat(phase("resting").path("cpu_samples").asInt()).isLessThan(50);
        JsonNode context = home().onlyRun().path("context");
        assertThat(context.path("profiled").asString()).isEqualTo("true");
        String id = context.path("profile").asString();
        assertThat(home().files("profiles"))
                .extracting(file -> file.getFileName().toString())
                .contains("stacks.collapsed", "speedscope.json", "pprof.pb.gz", "flame-working.html");
        assertThat(file("flame-working.html")).content().contains("CPU time, ", "' ms'");

        profiles--; // in the same home
        Jvm.Ended again = profile(jdk, List.of("--repeat", "auto", "--diff", id), "60", "1");

        assertThat(again.exitCode()).as(again.stderr()).isZero();
        assertThat(again.stderr())
                .contains("this run is too short", "Compared with profile " + id)
                .containsPattern("BEFORE +NOW +METHOD\\s+.*% +[0-9.]+% +org.example.Busy.work");
        JsonNode merged = JsonMapper.shared().readTree(newest("profile.json").toFile());
        int runs = merged.path("runs").asInt();
        assertThat(runs).isGreaterThan(1);
        assertThat(again.out().lines()).hasSize(runs).containsOnly("done");
        assertThat(home().runs()).hasSize(1 + runs);
        JsonNode both = phase(merged, "working");
        assertThat(both.path("samples").asInt()).isGreaterThanOrEqualTo(100);
        if (OS.LINUX.isCurrentOs()) {
            assertThat(both.path("cpu_ms").asDouble()).isGreaterThanOrEqualTo(60.0 * runs);
        }
    }

    /** There no native library can be loaded, as on many servers. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    @NeedsProgram({"unshare", "-rm", "true"})
    void whereNoLibraryMayBeLoadedFlightRecorderIsUsedAndTheReasonIsSaid(Jdk jdk) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        TestConfig.rules(folder.resolve("conf"), RULES);

        Jvm.Ended ended = Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", home().folder().toString())
                .inside(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o noexec none '" + temporary + "'; exec \"$@\"",
                        "sh")
                .jvm("-Djava.io.tmpdir=" + temporary)
                .jar(Jvm.AGENT, words(jdk.java(), List.of(), List.of(Busy.class.getName(), "1500", "1")))
                .run();

        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(ended.out()).isEqualToIgnoringNewLines("done");
        assertThat(ended.stderr())
                .containsPattern("Sampled by Flight Recorder, because async-profiler\\s+does\\s+not\\s+work\\s+here:")
                .containsPattern("libasyncProfiler.*\\s.*noexec");
        assertThat(hottest("working")).isEqualTo("org.example.Busy.work");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
    void ctrlCEndsTheCommandAndShowsWhatWasSampled(Jdk jdk) throws IOException {
        TestConfig.rules(folder.resolve("conf"), RULES);
        Jvm.Started started = Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", home().folder().toString())
                .jar(Jvm.AGENT, words(jdk.java(), List.of(), List.of(LongLived.class.getName())))
                .start()
                .awaitOutput("ready");

        Process kill =
                new ProcessBuilder("sh", "-c", "kill -INT " + started.process().pid()).start();
        assertThat(kill.onExit().join().exitValue()).isZero();
        Jvm.Ended ended = started.await();

        assertThat(ended.exitCode()).isEqualTo(130);
        assertThat(ended.stderr()).contains("perf-agent: interrupted; this is what was sampled until then");
        assertThat(JsonMapper.shared()
                        .readTree(file("profile.json").toFile())
                        .path("samples")
                        .asInt())
                .isPositive();
    }

    @EnabledOnOs({OS.LINUX, OS.MAC})
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theMethodThatWantsALockIsFoundAndAllocationIsCounted(Jdk jdk) throws IOException {
        profileWaits(jdk, "lock");

        assertThat(hottest("contending")).isEqualTo("org.example.Waits.contend");
        assertThat(phase("contending").path("lock_ms").asDouble()).isGreaterThanOrEqualTo(100);
        assertThat(phase("allocating").path("allocated_bytes").asDouble())
                .isCloseTo(2_000 * 64 * 1024.0, withinPercentage(20));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theMethodsThatWaitOrAllocateAreFound() throws IOException {
        profile(Jdk.own(), List.of("--event", "wall"), "10", "150");
        assertThat(hottest("resting")).isEqualTo("org.example.Busy.rest");

        profileWaits(Jdk.own(), "alloc");
        assertThat(hottest("allocating")).isEqualTo("org.example.Waits.allocate");
    }

    @Test
    @NeedsProgram({"chromium", "--version"})
    void aBrowserDrawsTheMethodAsWideAsItsShareOfFlightRecordersSamples() throws IOException, InterruptedException {
        Jvm.Ended ended = profile(Jdk.own(), List.of("--profiler", "jfr", "--phase", "working"), "1500", "1");

        assertThat(ended.stderr()).contains("Sampled by Flight Recorder.");
        double share =
                phase("working").path("hot_methods").path(0).path("share").asDouble();
        assertThat(share).isGreaterThan(0.9);
        assertThat(drawn(file("flame-working.html"), "org.example.Busy.work")).isBetween(share - 0.05, share + 0.05);
    }

    /** A stand-in for a Java without the module jdk.jfr, which jlink can make: there the option to record is an error. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aJavaWithoutFlightRecorderIsProfiledAndItIsSaid() throws IOException {
        Path java = Files.createDirectories(folder.resolve("small/bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\nexec '" + Jdk.own().java()
                        + "' --limit-modules java.base,java.instrument,java.logging,java.management \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        Jvm.Ended refused = profileWith(java, List.of("--profiler", "jfr"));
        Jvm.Ended ended = profileWith(java, List.of());

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.stderr())
                .isEqualToIgnoringNewLines("perf-agent: " + java + " has no Flight Recorder (the module jdk.jfr)");
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(ended.out()).isEqualToIgnoringNewLines("done");
        assertThat(ended.stderr()).contains("Sampled by async-profiler.", "GC, JIT and classes are not known");
        assertThat(hottest("working")).isEqualTo("org.example.Busy.work");
        assertThat(phase("working").path("gc_ms").isNull()).isTrue();
    }

    private Jvm.Ended profileWith(Path java, List<String> options) throws IOException {
        return profile(Jdk.own(), java, RULES, options, List.of(Busy.class.getName(), "150", "1"));
    }

    /** What part of the width has the colour of a found method, in a row above the names. */
    private double drawn(Path page, String method) throws IOException, InterruptedException {
        String measuring = """
            <script>
            search('^%s$');
            const high = canvas.height - 15 * (devicePixelRatio || 1);
            let widest = 0;
            for (let level = 0; level < levels.length; level++) {
                const row = c.getImageData(0, high - level * 16 * (devicePixelRatio || 1), canvas.width, 1).data;
                let found = 0;
                for (let i = 0; i < row.length; i += 4) {
                    found += row[i] > 200 && row[i + 1] < 50 && row[i + 2] > 200 ? 1 : 0;
                }
                widest = Math.max(widest, found / canvas.width);
            }
            document.title = 'drawn ' + widest;
            </script></body>
            """.formatted(method);
        Path copy = folder.resolve("measured.html");
        Files.writeString(copy, Files.readString(page).replace("</body>", measuring));
        Path dump = folder.resolve("dump.html");
        Process chromium = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--dump-dom",
                        copy.toUri().toString())
                .redirectOutput(dump.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(chromium.waitFor(1, TimeUnit.MINUTES)).isTrue();
        Matcher drawn = Pattern.compile("<title>drawn ([0-9.]+)").matcher(Files.readString(dump));
        assertThat(drawn.find()).as("the script has run").isTrue();
        return Double.parseDouble(drawn.group(1));
    }

    private Jvm.Ended profile(Jdk jdk, List<String> options, String workMs, String restMs) throws IOException {
        return profile(jdk, jdk.java(), RULES, options, List.of(Busy.class.getName(), workMs, restMs));
    }

    private void profileWaits(Jdk jdk, String event) throws IOException {
        Jvm.Ended ended = profile(jdk, jdk.java(), """
            application: { name: waits }
            phases:
              - { phase: allocating, class: org.example.Waits, method: allocate }
              - { phase: contending, class: org.example.Waits, method: contend }
            """, List.of("--event", event), List.of(Waits.class.getName()));
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(ended.out()).isEqualToIgnoringNewLines("done");
    }

    /** In a home of its own. */
    private Jvm.Ended profile(Jdk jdk, Path java, String rules, List<String> options, List<String> program)
            throws IOException {
        profiles++;
        TestConfig.rules(folder.resolve("conf"), rules);
        return Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", home().folder().toString())
                .jar(Jvm.AGENT, words(java, options, program))
                .run();
    }

    private static String[] words(Path java, List<String> options, List<String> program) {
        List<String> words = new ArrayList<>(List.of("profile", "--config", "conf"));
        words.addAll(options);
        words.addAll(List.of("--", java.toString(), Jvm.ONE_COMPILER, "-cp", Jvm.TEST_CLASSES.toString()));
        words.addAll(program);
        return words.toArray(String[]::new);
    }

    private String hottest(String phase) throws IOException {
        return phase(phase).path("hot_methods").path(0).path("method").asString();
    }

    private AgentHome home() throws IOException {
        return new AgentHome(Files.createDirectories(folder.resolve("home" + profiles)));
    }

    private Path file(String name) throws IOException {
        return home().files("profiles").stream()
                .filter(each -> each.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    /** The one of the last profile of the home; its folder begins with its time. */
    private Path newest(String name) throws IOException {
        List<Path> all = home().files("profiles").stream()
                .filter(each -> each.endsWith(name))
                .toList();
        return all.get(all.size() - 1);
    }

    private JsonNode phase(String name) throws IOException {
        return phase(JsonMapper.shared().readTree(file("profile.json").toFile()), name);
    }

    private static JsonNode phase(JsonNode profile, String name) {
        JsonNode phases = profile.path("phases");
        return Stream.iterate(0, i -> i < phases.size(), i -> i + 1)
                .map(phases::path)
                .filter(phase -> phase.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
