package dev.perfagent.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What compact.sql keeps of uploaded files, and what the view over them has. */
class CompactionTest {
    @TempDir
    private Path folder;

    @Test
    void aRunThatIsThereTwiceIsKeptOnceAndNotAsKilled() throws IOException, SQLException {
        upload("2026-11-20", "acme.ghpm-1-1", run("a").outcome("killed", null), run("b"));
        upload("2026-11-20", "acme.ghpm-1-2", run("a"), run("b"));

        compact("2026-11-20", "2026-11-20");

        assertThat(kept()).isEqualTo("a success 0, b success 0");
    }

    @Test
    void aDayCompactedAgainHasWhatCameLateAndOtherDaysStay() throws IOException, SQLException {
        upload("2026-11-19", "acme.ghpm-1-1", run("a"));
        upload("2026-11-20", "acme.ghpm-2-1", run("b"));
        compact("2026-11-19", "2026-11-20");
        upload("2026-11-20", "acme.ghpm-3-1", run("c"));
        Files.delete(folder.resolve("lake/date=2026-11-19/acme.ghpm-1-1.ndjson.gz"));

        compact("2026-11-20", "2026-11-20");

        assertThat(kept()).isEqualTo("a success 0, b success 0, c success 0");
    }

    @Test
    void halfAFileIsNoObstacle() throws IOException, SQLException {
        upload("2026-11-20", "acme.ghpm-1-1", run("a"));
        Path torn = folder.resolve("lake/date=2026-11-20/acme.ghpm-2-1.ndjson");
        Files.writeString(torn, run("b").line() + "\n" + run("c").line().substring(0, 300));

        compact("2026-11-20", "2026-11-20");

        assertThat(kept()).isEqualTo("a success 0, b success 0");
    }

    @Test
    void whatIsRecordedIsStillThereExceptTheUser() throws IOException, SQLException {
        upload("2026-11-20", "acme.ghpm-1-1", run("a").label("repository", "acme/ghpm"));

        compact("2026-11-20", "2026-11-20");

        try (Lake lake = Lake.parquet(folder.resolve("compact"))) {
            assertThat(lake.rows("SELECT repository, options[1] AS option, duration.phases['processing'].cpu_ms AS cpu,"
                            + " github_api.endpoints[1].status['304'] AS unchanged, http[1].host AS host,"
                            + " processes[1].program AS program, context['task_count'] AS tasks,"
                            + " coalesce(environment.user, environment.host) AS person, alerts[2].subject AS subject, timed,"
                            + " resource_usage.pressure.cpu AS pressure, CAST(date AS VARCHAR) AS day FROM runs"))
                    .containsExactly(Map.ofEntries(
                            Map.entry("repository", "acme/ghpm"),
                            Map.entry("option", "--project"),
                            Map.entry("cpu", 650.5),
                            Map.entry("unchanged", 1.0),
                            Map.entry("host", "api.github.com"),
                            Map.entry("program", "git"),
                            Map.entry("tasks", "87"),
                            Map.entry("person", "build-7"),
                            Map.entry("subject", "field-definitions"),
                            Map.entry("timed", true),
                            Map.entry("pressure", 0.5),
                            Map.entry("day", "2026-11-20")));
        }
    }

    @Test
    void theLinesOfTheGuideCompactADayAndAskAQuestion() throws IOException, SQLException {
        upload("2026-11-20", "acme.ghpm-1-1", run("a"));
        List<String> blocks = Pattern.compile("(?s)```sql\n(.*?)```")
                .matcher(Files.readString(Path.of("..", "..", "docs", "fleet.md")))
                .results()
                .map(block -> block.group(1).replaceAll("= '(lake|compact)'", "= '" + folder + "/$1'"))
                .toList();
        assertThat(blocks).hasSize(2);

        try (Lake lake = Lake.raw(folder.resolve("lake"))) {
            lake.follow(blocks.get(0));
            lake.follow(blocks.get(1));

            assertThat(lake.rows("SELECT count(*) AS runs FROM runs").get(0)).containsEntry("runs", 1.0);
        }
        assertThat(folder.resolve("compact/date=2026-11-20")).isNotEmptyDirectory();
    }

    /** So that a new field of the record is not forgotten. */
    @Test
    void theViewHasEveryFieldOfTheRunFormat() throws IOException {
        String format = Files.readString(Path.of("..", "..", "docs", "run-format.md"));
        String view = Lake.text("runs-ndjson");
        Set<String> missing = new LinkedHashSet<>();
        Matcher rows = Pattern.compile("(?m)^\\| (`[a-z_]+`(?:, `[a-z_]+`)*) \\|")
                .matcher(format.substring(format.indexOf("## The record"), format.indexOf("## Files")));
        int fields = 0;
        while (rows.find()) {
            Matcher names = Pattern.compile("`([a-z_]+)`").matcher(rows.group(1));
            while (names.find()) {
                fields++;
                if (!Pattern.compile("\\b" + names.group(1) + "\\b")
                        .matcher(view)
                        .find()) {
                    missing.add(names.group(1));
                }
            }
        }

        assertThat(fields).isGreaterThan(120);
        assertThat(missing).isEmpty();
    }

    private static SampleRun run(String id) {
        return SampleRun.full(id, "2026-11-20T10:00:00Z");
    }

    private void upload(String day, String name, SampleRun... runs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            for (SampleRun run : runs) {
                zipped.write((run.line() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Path file = folder.resolve("lake/date=" + day + "/" + name + ".ndjson.gz");
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, bytes.toByteArray());
    }

    private void compact(String first, String last) throws IOException, SQLException {
        try (Lake lake = Lake.raw(folder.resolve("lake"))) {
            lake.compact(first, last, folder.resolve("compact"));
        }
    }

    private String kept() throws IOException, SQLException {
        try (Lake lake = Lake.parquet(folder.resolve("compact"))) {
            List<String> kept = lake
                    .rows(
                            "SELECT execution_id || ' ' || outcome || ' ' || exit_code AS run FROM runs ORDER BY execution_id")
                    .stream()
                    .map(row -> String.valueOf(row.get("run")))
                    .toList();
            return String.join(", ", kept);
        }
    }
}
