package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.Chance;
import dev.perfagent.dist.fuzz.HostileHome;
import dev.perfagent.dist.fuzz.Promises;
import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every command of the tool on homes full of nonsense. The build looks at some tens of homes with fixed seeds; {@code -Pfuzz}
 * goes on for ten minutes with new ones. A failure names its seed: {@code -Dfuzz.seed=N} repeats it.
 */
final class FuzzToolIT {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("runs"),
            List.of("runs", "--format", "json"),
            List.of("runs", "show", "last"),
            List.of("runs", "show", "last", "--format", "json"),
            List.of("report"),
            List.of("report", "--format", "json"),
            List.of("report", "--format", "csv"),
            List.of("report", "--format", "markdown"),
            List.of("analyze"),
            List.of("analyze", "--format", "json"),
            List.of("analyze", "--format", "markdown"),
            List.of("optimize"),
            List.of("optimize", "--format", "json"),
            List.of("compare", "--baseline", "last 6", "--current", "last 3"),
            List.of("compare", "--baseline", "7d", "--current", "1d", "--format", "json"),
            List.of("compare", "--baseline", "baseline:main", "--current", "last 3", "--format", "markdown"),
            List.of("baseline", "list"),
            List.of("baseline", "list", "--format", "json"),
            List.of("baseline", "save", "kept", "--force"),
            List.of("check"),
            List.of("check", "--format", "json"),
            List.of("check", "--since", "7d", "--format", "junit"),
            List.of("alerts"),
            List.of("alerts", "--format", "json"),
            List.of("explain"),
            List.of("explain", "--format", "json"),
            List.of("plan", "list"),
            List.of("plan", "list", "--format", "json"),
            List.of("plan", "clear"),
            List.of("export", "--format", "csv", "--out", "@NEW@"),
            List.of("export", "--format", "json"),
            List.of("prune", "--dry-run"),
            List.of("prune", "--keep-days", "3"),
            List.of("completion", "bash"));

    private static final List<String> FILTERS = List.of(
            "--application", "--command", "--since", "--timeframe", "--limit", "--outcome", "--baseline", "--nonsense");

    /** A run of 1e400 ms. */
    private static final List<Long> FOUND = List.of(1_795_896_600_254_950L);

    @TempDir
    private Path folder;

    @Test
    void everyCommandEndsWithACodeOfItsOwnAndPrintsWhatIsHarmless() throws Exception {
        List<String> broken = new ArrayList<>();
        try (ToolInJar tool = new ToolInJar(Jvm.AGENT)) {
            for (long seed : new FuzzSeeds(Duration.ofMinutes(5), 25, FOUND)) {
                try {
                    onAHomeOf(seed, tool);
                } catch (AssertionError | RuntimeException failure) {
                    broken.add("seed " + seed + ": " + failure);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private void onAHomeOf(long seed, ToolInJar tool) throws Exception {
        Chance chance = new Chance(seed);
        Path home = folder.resolve("home-" + seed);
        HostileHome.write(chance, home);
        for (int left = 8; left > 0; left--) {
            List<String> command = new ArrayList<>(chance.of(COMMANDS));
            command.replaceAll(word -> word.equals("@NEW@")
                    ? folder.resolve("out-" + System.nanoTime()).toString()
                    : word);
            if (chance.oneIn(4)) {
                command.add(chance.of(FILTERS));
                command.add(chance.name());
            }
            command.addAll(List.of("--home", home.toString()));
            String where = "seed " + seed + ", " + command;
            ToolInJar.Ended ended = tool.run(command, Map.of());
            assertThat(ended.exitCode()).as("%s: %s", where, ended.err()).isBetween(0, 3);
            Promises.ofText(ended.out(), where);
            Promises.ofMessages(ended.err(), where);
            if (command.contains("json") && ended.exitCode() < 2) {
                assertIsJson(ended.out(), where);
            }
        }
        delete(home);
    }

    private static void assertIsJson(String text, String where) {
        try {
            assertThat(new JsonMapper().readTree(text)).as(where).isNotNull();
        } catch (RuntimeException bad) {
            throw new AssertionError(where + " printed no JSON: " + text, bad);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
