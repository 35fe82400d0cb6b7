package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import org.example.LongLived;
import org.example.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A JVM that runs already is measured for a while, and is afterwards as it was. */
final class AttachIT {
    private static final String RULES = """
        phases:
          - phase: work
            class: org.example.LongLived
            method: work
        """;

    private static final int FIRST_THAT_WARNS = 21;
    private static final int FIRST_THAT_KEEPS_CONSTANTS = 18;

    @TempDir
    private Path folder;

    private final List<Process> servers = new ArrayList<>();

    @AfterEach
    void endServers() {
        servers.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theJvmIsAsItWas(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Path rules = Files.createDirectories(folder.resolve("perf"));
        Files.writeString(rules.resolve("instrumentation.yml"), RULES);
        Jvm.Started server = server(jdk);
        look("first"); // the JVM drops some debugging data of a class when agents look at it first
        Map<String, String> before = look("before");

        Jvm.Started attached = attach(jdk, server, home, "--config", rules.toString());
        awaitText(attached.err(), "until Ctrl-C");
        assertThat(attach(jdk, server, home).await().stderr()).contains("it is measured already by another 'attach'");
        Jvm.on(jdk, folder)
                .tool(
                        "jcmd",
                        Long.toString(server.process().pid()),
                        "JVMTI.agent_load",
                        ownAgent().toString())
                .run();
        Map<String, String> during = look("during");
        long warnings = warnings(server);
        attached.process().destroy(); // as Ctrl-C does
        assertThat(attached.await().stderr()).contains("measured; see it with 'runs show ");
        assertRestored(jdk, "after", before);
        assertThat(warnings(server)).as("for the end, no agent is loaded").isEqualTo(warnings);

        assertThat(during.get("index")).isNotEqualTo(before.get("index"));
        assertThat(withoutConstants("during", "org/example/LongLived")).contains("PerfAgentHandoff.enter");
        assertThat(withoutConstants("during", "java/lang/ProcessBuilder")).contains("PerfAgentHandoff.exit");
        JsonNode run = home.onlyRun();
        assertThat(run.path("command").asString()).isEqualTo("attached");
        assertThat(run.path("outcome").asString()).isEqualTo("success");
        assertThat(run.path("exit_code").isNull()).isTrue();
        assertThat(run.at("/duration/jvm_startup_ms").isNull()).isTrue();
        assertThat(run.at("/duration/phases/work/count").asInt()).isPositive();
        assertThat(run.at("/processes/0/program").asString()).isEqualTo("true");
        assertThat(home.files("plans")).isEmpty();

        Jvm.Started stopped = attach(jdk, server, home);
        awaitText(stopped.err(), "until Ctrl-C");
        assertThat(attach(jdk, server, home, "--stop").await().stderr()).contains("measured; see it with 'runs show ");
        assertRestored(jdk, "again", before);
        stopped.process().destroy();
        assertThat(stopped.await().stderr()).contains("'attach --stop' has ended this measurement before");
        assertRefused(attach(jdk, server, home, "--stop"), "is not measured by 'attach'");
        Jvm.Started lasting = attach(jdk, server, home, "--config", rules.toString());
        awaitText(lasting.err(), "until Ctrl-C");
        Files.createFile(folder.resolve("stop"));

        assertThat(lasting.await().stderr()).contains("has ended; its run is in the history");
        Jvm.Ended ended = server.await();
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.stderr().contains("WARNING: A Java agent has been loaded dynamically"))
                .isEqualTo(jdk.feature() >= FIRST_THAT_WARNS);
        assertThat(ended.stderr().lines().filter(line -> !line.startsWith("WARNING: ")))
                .isEmpty();
        assertThat(home.runs()).hasSize(3);
        assertThat(home.runs().get(2).path("exit_code").asInt()).isEqualTo(3);
        assertThat(home.agentLog()).isEmpty();
    }

    private static long warnings(Jvm.Started server) throws IOException {
        return Files.readAllLines(server.err()).stream()
                .filter(line -> line.startsWith("WARNING: A Java agent has been loaded dynamically"))
                .count();
    }

    /**
     * On JDK 17 each class file is the same byte for byte. JDK 25 shows a class that was woven once with more constants than it
     * had, and is the same in all else: instructions, line numbers, flags, annotations, and what has no name here.
     */
    private void assertRestored(Jdk jdk, String look, Map<String, String> before) throws IOException {
        Map<String, String> now = look(look);
        assertThat(before).hasSize(6);
        if (jdk.feature() < FIRST_THAT_KEEPS_CONSTANTS) {
            assertThat(now).isEqualTo(before);
            return;
        }
        assertThat(now.keySet()).isEqualTo(before.keySet());
        assertThat(now.get("index")).isEqualTo(before.get("index"));
        for (String type : now.keySet()) {
            if (!type.equals("index")) {
                assertThat(withoutConstants(look, type)).as(type).isEqualTo(withoutConstants("before", type));
            }
        }
    }

    /** All of a class file but where in the pool its constants are. */
    private String withoutConstants(String look, String type) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        Path file = folder.resolve(look + '.' + type.replace('/', '.') + ".class");
        ToolProvider.findFirst("javap").orElseThrow().run(out, out, "-v", "-p", file.toString());
        String all = text.toString();
        int pool = all.indexOf("Constant pool:");
        int body = all.indexOf("\n{", pool);
        assertThat(body).as("where the class begins").isGreaterThan(pool).isPositive();
        String head = all.substring(all.indexOf("  minor version"), pool);
        assertThat(head).contains("flags: ").contains("super_class");
        return (head + all.substring(body))
                .replaceAll("#\\d+(, *\\d+)?", "#")
                .replaceAll("ldc(_w)? ", "ldc ")
                .replaceAll(" +", " ");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aCommandOfAShellIsWholeIfItBeganAfterwards(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Path rules = Files.createDirectories(folder.resolve("perf"));
        Files.writeString(
                rules.resolve("instrumentation.yml"),
                "phases: [{ phase: step, class: org.example.Shell, method: step }]");
        String picocli = Path.of(CommandLine.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        Files.writeString(folder.resolve("line.0"), "wait --for go");
        Jvm.Started shell = Jvm.on(jdk, folder)
                .main(Jvm.TEST_CLASSES + File.pathSeparator + picocli, Shell.class.getName())
                .start();
        servers.add(shell.process());
        shell.awaitOutput("waits");
        Jvm.Started attached = attach(jdk, shell, home, "--config", rules.toString());
        awaitText(attached.err(), "until Ctrl-C");
        Files.createFile(folder.resolve("go"));
        Files.writeString(folder.resolve("half"), "work --code 4");
        Files.move(folder.resolve("half"), folder.resolve("line.1"));
        shell.awaitOutput("line 1 ended with 4");
        Files.writeString(folder.resolve("half"), "leave --code 5");
        Files.move(folder.resolve("half"), folder.resolve("line.2"));

        assertThat(shell.await().exitCode()).isEqualTo(5);
        assertThat(attached.await().stderr()).contains("has ended; its run is in the history");
        List<JsonNode> runs = home.runs();
        assertThat(runs).extracting(run -> run.path("command").asString()).containsExactly("attached", "work", "leave");
        assertThat(runs.get(0).path("outcome").asString()).isEqualTo("success");
        assertThat(runs.get(0).path("exit_code").isNull()).isTrue();
        assertThat(runs.get(0).at("/duration/phases/step/count").asInt()).isPositive();
        assertThat(runs.get(1).path("exit_code").asInt()).isEqualTo(4);
        assertThat(runs.get(1).path("options").get(0).asString()).isEqualTo("--code");
        assertThat(runs.get(1).at("/duration/phases/step/count").asInt()).isEqualTo(1);
        assertThat(runs.get(2).path("exit_code").asInt()).isEqualTo(5);
        assertThat(runs.get(2).path("outcome").asString()).isEqualTo("error");
    }

    @Test
    void whatCannotBeMeasuredSaysWhy() throws IOException {
        Jdk jdk = Jdk.own();
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Started measured = server(jdk, Jvm.flag(home.option()));
        assertRefused(attach(jdk, measured, home), "it is measured already: it was started with perf-agent");
        Files.createFile(folder.resolve("stop"));
        measured.await();
        assertRefused(attach(jdk, measured, home), "there is no process");
        Files.delete(folder.resolve("stop"));

        Jvm.Started closed = server(jdk, "-XX:+DisableAttachMechanism");
        assertRefused(attach(jdk, closed, home), "was started with -XX:+DisableAttachMechanism");
        Process other = new ProcessBuilder("sleep", "100").start();
        assertRefused(attach(jdk, other.pid(), home), "is not a JVM");
        other.destroy();
        Files.createFile(folder.resolve("stop"));
        closed.await();
        assertThat(home.runs()).hasSize(1);
    }

    private static void assertRefused(Jvm.Started attach, String why) {
        Jvm.Ended ended = attach.await();
        assertThat(ended.stderr()).contains(why);
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    private Path ownAgent() throws IOException {
        Path own = folder.resolve("own.jar");
        if (Files.exists(own)) {
            return own;
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", LongLived.class.getName());
        manifest.getMainAttributes().putValue("Agent-Class", LongLived.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (OutputStream out = Files.newOutputStream(own);
                JarOutputStream pack = new JarOutputStream(out, manifest)) {
            pack.finish();
        }
        return own;
    }

    private Jvm.Started server(Jdk jdk, String... more) throws IOException {
        Jvm.Started started = Jvm.on(jdk, folder)
                .jvm("-javaagent:" + ownAgent())
                .jvm(more)
                .main(LongLived.class)
                .start();
        servers.add(started.process());
        return started.awaitOutput("ready");
    }

    private Jvm.Started attach(Jdk jdk, Jvm.Started server, AgentHome home, String... more) throws IOException {
        return attach(jdk, server.process().pid(), home, more);
    }

    private Jvm.Started attach(Jdk jdk, long pid, AgentHome home, String... more) throws IOException {
        return Jvm.on(jdk, folder)
                .jar(
                        Jvm.AGENT,
                        "attach",
                        Long.toString(pid),
                        "--home",
                        home.folder().toString())
                .program(more)
                .start();
    }

    private Map<String, String> look(String name) throws IOException {
        Files.createFile(folder.resolve("look." + name));
        Path seen = folder.resolve("seen." + name);
        Wait.until(() -> Files.exists(seen), () -> "nothing was seen " + name);
        Map<String, String> hashes = new TreeMap<>();
        for (String line : Files.readAllLines(seen)) {
            int equals = line.indexOf('=');
            hashes.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return hashes;
    }

    private static void awaitText(Path file, String text) {
        Wait.until(() -> Files.readString(file).contains(text), () -> text + " was not said");
    }
}
