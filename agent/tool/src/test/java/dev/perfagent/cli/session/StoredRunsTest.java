package dev.perfagent.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.command.ToolRun;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Killed runs, as commands see them. */
class StoredRunsTest {
    private static final SampleRun KILLED = SampleRun.plain("killed-1", "2026-11-19T09:00:00Z");
    private static final Instant REFRESHED = Instant.parse("2026-11-19T09:00:05Z");

    private final Path own;
    private final Path collected;

    StoredRunsTest(@TempDir Path folder) {
        own = folder.resolve("own");
        collected = folder.resolve("collected");
    }

    @BeforeEach
    void aHomeWithARunThatWasKilled() throws IOException {
        new SampleHome(collected).add(SampleRun.plain("a", "2026-11-20T09:00:00Z"));
        new SampleHome(collected).marker(77, KILLED.marker(77, 5L, REFRESHED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        runs                      | killed
        runs --outcome killed     | killed
        runs show killed          | killed-1
        export --format ndjson    | "execution_id":"killed-1"
        report --format json      | "killed":1
        report --timeframe 2026-11-19 --format json | "killed":1
        check killed              | ghpm batch
        """)
    void aFolderToReadIsNotWrittenTo(String line, String stated) throws IOException {
        Map<Path, String> before = content(collected);

        ToolRun run = ToolRun.of(own, (line + " --history " + collected).split(" "));

        assertThat(run.out()).contains(stated);
        assertThat(run.err()).isEmpty();
        assertThat(content(collected)).isEqualTo(before);
        assertThat(own).doesNotExist();
    }

    @Test
    void storedOrNotTheSameIsTold() {
        String[] line = {"export", "--format", "json"};
        String unstored =
                ToolRun.of(own, with(line, "--history", collected.toString())).out();
        String stored = ToolRun.of(collected, line).out();

        assertThat(unstored).isEqualTo(stored).contains("killed-1");
        assertThat(collected.resolve("running/77-1.json")).doesNotExist();
    }

    @Test
    void aFolderThatIsNamedTwiceIsReadOnce() {
        ToolRun run = ToolRun.of(
                own,
                "export",
                "--format",
                "ndjson",
                "--history",
                collected.toString(),
                "--history",
                own.resolveSibling("x/../collected").toString().replace("x/../", "./"));

        assertThat(run.out()).containsOnlyOnce("killed-1");
    }

    @Test
    void aFolderOfCollectedHomesIsReadAsAWhole(@TempDir Path all) throws IOException {
        new SampleHome(all.resolve("build-1")).add(SampleRun.plain("one", "2026-11-20T09:00:00Z"));
        new SampleHome(all.resolve("x")).add(SampleRun.plain("two", "2026-11-20T09:00:00Z"));
        Files.move(all.resolve("x/history"), all.resolve("build-2"));
        new SampleHome(all.resolve("build-3")).marker(77, KILLED.marker(77, 5L, REFRESHED));
        Files.createDirectories(all.resolve("build-3/history"));
        Files.createDirectories(all.resolve("notes"));

        ToolRun run = ToolRun.of(own, "export", "--format", "ndjson", "--history", all.toString());

        assertThat(run.out()).contains("\"one\"", "\"two\"", "\"killed-1\"");
        assertThat(run.code()).isZero();
    }

    /** A copy that was brought up to date, without deleting, after the run had ended. */
    @Test
    void aRunThatEndedInOrderAfterAllIsNotKilled() throws IOException {
        new SampleHome(collected).add(KILLED);

        ToolRun run = ToolRun.of(own, "export", "--format", "ndjson", "--history", collected.toString());

        assertThat(run.out()).containsOnlyOnce("killed-1").doesNotContain("\"killed\"");
    }

    @Test
    void whatCannotBeStoredIsToldAllTheSame() throws IOException {
        new SampleHome(own).marker(77, KILLED.marker(77, 5L, REFRESHED));
        Files.createDirectory(own.resolve("running/recovery.lock"));

        ToolRun run = ToolRun.of(own, "export", "--format", "ndjson");

        assertThat(run.out()).contains("killed-1");
        assertThat(run.err()).startsWith("perf-agent: cannot store killed runs, so their start markers are read: ");
        assertThat(own.resolve("running/77-1.json")).exists();
    }

    private static String[] with(String[] line, String option, String value) {
        return Stream.concat(Stream.of(line), Stream.of(option, value)).toArray(String[]::new);
    }

    private static Map<Path, String> content(Path folder) throws IOException {
        Map<Path, String> content = new TreeMap<>();
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.toList()) {
                content.put(entry, Files.isDirectory(entry) ? "folder" : Files.readString(entry));
            }
        }
        return content;
    }
}
