package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.Chance;
import dev.perfagent.dist.fuzz.HostileConfig;
import dev.perfagent.dist.fuzz.OwnAnnotations;
import dev.perfagent.dist.fuzz.Promises;
import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.example.Fuzzed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real JVMs under the agent with random configurations, labels, names, texts and secrets. The build starts a few with fixed
 * seeds; {@code -Pfuzz} goes on for five minutes with new ones. A failure names its seed: {@code -Dfuzz.seed=N} repeats it.
 */
@NeedsProgram({"jq", "--version"})
final class FuzzAgentIT {
    private static final List<List<String>> LOOKING = List.of(
            List.of("runs", "show", "last"),
            List.of("runs", "show", "last", "--format", "json"),
            List.of("report"),
            List.of("alerts"),
            List.of("explain"),
            List.of("check"),
            List.of("plan", "list"));

    @TempDir
    private Path folder;

    @Test
    void theApplicationNoticesNothingAndNothingHarmfulIsKeptOrSaid() throws Exception {
        List<String> broken = new ArrayList<>();
        try (ToolInJar tool = new ToolInJar(Jvm.AGENT)) {
            for (long seed : new FuzzSeeds(Duration.ofMinutes(5), 6, List.of())) {
                try {
                    once(seed, tool);
                } catch (AssertionError | RuntimeException failure) {
                    broken.add("seed " + seed + ": " + failure);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private void once(long seed, ToolInJar tool) throws Exception {
        Chance chance = new Chance(seed);
        Path place = Files.createDirectory(folder.resolve("run-" + seed));
        HostileConfig.write(chance, place.resolve("config"));
        String secret = chance.secret();
        String message = chance.oneIn(4) ? "" : chance.text() + ' ' + chance.sentenceWith(secret) + ' ' + chance.text();
        Fuzzed.write(place, List.of(chance.text(), chance.name(), message));
        AgentHome home = new AgentHome(place.resolve("home"));
        Jdk jdk = chance.of(Jdk.all());

        List<String> arguments = new ArrayList<>(List.of("-D" + chance.property() + "=" + secret));
        Jvm.Ended ended = Jvm.on(jdk, place)
                .agent(home.option(), "config=" + place.resolve("config"))
                .jvm(arguments.toArray(String[]::new))
                .environment("PERF_AGENT_LABELS", label(chance.name()) + '=' + label(chance.text()))
                .environment("GITHUB_ACTIONS", "true")
                .main(Fuzzed.class, "--token=" + secret, label(chance.text()))
                .run();

        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(message.isEmpty() ? 0 : 4);
        assertThat(ended.out()).isEqualTo("started" + System.lineSeparator());
        Promises.ofText(withoutOwnAnnotations(ended.stderr(), home), "stderr");
        assertThat(ended.stderr()).as("secret").doesNotContain(secret);
        for (Path file : home.files("")) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(text).as("secret in " + file).doesNotContain(secret);
            if (file.toString().endsWith(".log")) {
                Promises.ofText(Files.readString(file), file.toString());
            }
        }
        assertThat(home.runs()).as(home.agentLog()).hasSize(1);
        for (Path file : home.files("history")) {
            assertReadable(file);
        }
        for (List<String> words : LOOKING) {
            List<String> command = new ArrayList<>(words);
            command.addAll(List.of("--home", home.folder().toString()));
            ToolInJar.Ended look = tool.run(command, Map.of());
            assertThat(look.exitCode()).as(command + ": " + look.err()).isBetween(0, 3);
            Promises.ofText(look.out(), command.toString());
            Promises.ofMessages(look.err(), command.toString());
            assertThat(look.out() + look.err()).as(command.toString()).doesNotContain(secret);
        }
    }

    /** Without the very lines that the agent means as commands; what else looks like one is not ours. */
    private static String withoutOwnAnnotations(String stderr, AgentHome home) throws IOException {
        Path log = home.folder().resolve("alerts.log");
        List<String> lines = new ArrayList<>(List.of(stderr.split("\n", -1)));
        for (String own : OwnAnnotations.of(Files.exists(log) ? Files.readString(log) : "")) {
            lines.remove(own);
        }
        return String.join("\n", lines);
    }

    /** An argument, or part of a variable: no NUL can be in it, and no half character gets through. */
    private static String label(String text) {
        return text.replaceAll("[\\x00\\ud800-\\udfff]", "?");
    }

    /** By jq and DuckDB, line by line. */
    private static void assertReadable(Path file) throws IOException {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
        Process jq = new ProcessBuilder("jq", "-c", ".execution_id", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(jq.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jq.onExit().join().exitValue()).as("jq: " + said).isZero();
        try (Connection duckDb = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = duckDb.createStatement();
                ResultSet counted = statement.executeQuery(
                        "SELECT count(*), count(application) FROM read_json('" + file + "', ignore_errors = false)")) {
            assertThat(counted.next()).isTrue();
            assertThat(counted.getInt(1)).isEqualTo(Files.readAllLines(file).size());
        } catch (SQLException unreadable) {
            throw new AssertionError("DuckDB cannot read what the agent wrote", unreadable);
        }
    }
}
