package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half an emoji in an old history is shown and exported as no character, so that every reader of JSON and of UTF-8 can go on. */
class HalfCharactersTest {
    private static final String HEAD =
            "{\"schema\":1,\"execution_id\":\"%s\",\"timestamp\":\"2026-11-20T09:30:15.123Z\",";

    /** Halves as values and as names, of known and unknown fields. */
    private static final List<String> RUNS = List.of(
            HEAD + "\"application\":\"a\\ud83d\",\"command\":\"c\\ude00\",\"outcome\":\"success\"}",
            HEAD
                    + "\"duration\":{\"total_ms\":1.0,\"phases\":{\"p\\ud83d\":{\"ms\":1.0,\"count\":1}}},"
                    + "\"outcome\":\"success\"}",
            HEAD + "\"context\":{\"k\\ud83d\":\"v\\ud83d\"},\"later\\ud83d\":\"x\\uD83D\"}",
            HEAD
                    + "\"outcome\":\"error\",\"error\":{\"type\":\"T\",\"message\":\"m\\ud83d\"},\"options\":[\"--x\\ud83d\"]}",
            HEAD + "\"application\":\"whole \\ud83d\\ude00\"}");

    @TempDir
    private Path home;

    @BeforeEach
    void write() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < RUNS.size(); i++) {
            lines.append(String.format(RUNS.get(i), "run" + i)).append('\n');
        }
        Path day = Files.createDirectories(home.resolve("history/date=2026-11-20"));
        Files.writeString(day.resolve("host.ndjson"), lines);
    }

    @Test
    void noLineIsSkippedAndNoHalfIsPrinted() {
        for (String command : List.of(
                "runs",
                "runs --format json",
                "runs show run1",
                "report",
                "report --format json",
                "report --format markdown",
                "report --format csv",
                "analyze",
                "analyze --format json",
                "check --format junit",
                "check --format json",
                "optimize --format json",
                "export --format json",
                "export --format ndjson")) {
            ToolRun run = ToolRun.of(home, command.split(" "));

            assertThat(run.err()).as(command).doesNotContain("skipped");
            assertThat(run.out().replace("\\ud83d\\ude00", ""))
                    .as(command)
                    .doesNotContainIgnoringCase("\\ud83d")
                    .doesNotContain("\\ude00");
            assertThat(run.out().codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
                    .as(command)
                    .isEmpty();
        }
    }

    @Test
    void duckDbReadsWhatIsExported(@TempDir Path folder) throws IOException, SQLException {
        Path exported = Files.writeString(
                folder.resolve("runs.ndjson"),
                ToolRun.of(home, "export", "--format", "ndjson").out());

        try (Statement statement = Objects.requireNonNull(new DuckDBDriver().connect("jdbc:duckdb:", new Properties()))
                        .createStatement();
                ResultSet found = statement.executeQuery("SELECT count(*), count(DISTINCT application) FROM read_json('"
                        + exported + "', format = 'newline_delimited', union_by_name = true)")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getLong(1)).isEqualTo(RUNS.size());
            assertThat(found.getLong(2)).isEqualTo(2);
        }
    }
}
