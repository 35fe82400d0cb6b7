package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.generator.Generator;
import dev.perfagent.history.History;
import dev.perfagent.history.RunSelection;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SamplePlan;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PruneCommandTest {
    @Test
    void daysBeforeTheLastGo(@TempDir Path home) throws IOException {
        generate(home);

        ToolRun run = ToolRun.of(home, "prune", "--keep-days", "3");

        assertThat(run.out()).contains("2026-11-17", "Deleted 7 days (").endsWith("; keeping 3 days.\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(days(home)).containsExactly("date=2026-11-18", "date=2026-11-19", "date=2026-11-20");
        assertThat(ToolRun.of(home, "prune", "--keep-days", "3").out())
                .isEqualTo("Nothing to delete; keeping 3 days.\n");
    }

    @Test
    void whatMonitorsWroteGoesWithTheDaysOfTheRuns(@TempDir Path home) throws IOException {
        generate(home);
        SampleHome.append(home.resolve("machine/date=2026-11-14/host.ndjson"), "{}\n");
        SampleHome.append(home.resolve("machine/date=2026-11-19/host.ndjson"), "{}\n");
        for (String watch : List.of("20261114T100000Z", "20261119T100000Z")) {
            Path samples = home.resolve("monitor").resolve(watch).resolve("resources.csv");
            SampleHome.append(samples, "timestamp\n");
            String day = watch.substring(0, 4) + "-" + watch.substring(4, 6) + "-" + watch.substring(6, 8);
            Files.setLastModifiedTime(samples, FileTime.from(Instant.parse(day + "T10:00:00Z")));
        }

        assertThat(ToolRun.of(home, "prune", "--keep-days", "3", "--dry-run").out())
                .contains(" and what monitors wrote (");
        assertThat(ToolRun.of(home, "prune", "--keep-runs", "35").out()).contains(" and what monitors wrote (");

        assertThat(home.resolve("machine/date=2026-11-14")).doesNotExist();
        assertThat(home.resolve("monitor/20261114T100000Z")).doesNotExist();
        assertThat(home.resolve("machine/date=2026-11-19/host.ndjson")).exists();
        assertThat(home.resolve("monitor/20261119T100000Z/resources.csv")).exists();
    }

    @Test
    void aDryRunOnlyTells(@TempDir Path home) throws IOException {
        generate(home);

        ToolRun run = ToolRun.of(home, "prune", "--keep-days", "9", "--dry-run", "--format", "json");

        assertThat(run.out())
                .startsWith("{\"schema\":1,\"dry_run\":true,\"keep_days\":9,\"keep_runs\":null,\"bytes\":")
                .contains("\"days\":[{\"date\":\"2026-11-11\",\"files\":1,\"bytes\":");
        assertThat(days(home)).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 20, 21, 35, 99, 100, 1000})
    void atLeastSoManyRunsAreKept(int keep, @TempDir Path home) throws IOException {
        generate(home);

        ToolRun run = ToolRun.of(home, "prune", "--keep-runs", Integer.toString(keep));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith(" keeping at least " + Amount.counted(keep, "run", "runs") + ".\n");

        int expected = Math.min(100, Math.max(20, (keep + 9) / 10 * 10));
        assertThat(new History(home).collect(RunSelection.ALL, Collectors.counting()))
                .isEqualTo(expected);
    }

    @Test
    void theDayOfAnExecutionThatStillRunsIsKept(@TempDir Path home) throws IOException {
        generate(home);
        long start = Instant.parse("2026-11-13T23:00:00Z").toEpochMilli();
        Path marker = home.resolve("running/77-" + start + ".json");
        SampleHome.append(marker, "half a mark");

        ToolRun.of(home, "prune", "--keep-days", "1");

        assertThat(days(home)).containsExactly("date=2026-11-13", "date=2026-11-20");
    }

    @Test
    void aKilledRunIsTakenInBeforeItsMarkerGoes(@TempDir Path home) throws IOException {
        SampleRun killed = SampleRun.plain("k", "2026-11-20T08:00:00Z");
        new SampleHome(home).marker(77, killed.marker(77, 1L, Instant.parse("2026-11-20T08:00:05Z")));

        ToolRun.of(home, "prune", "--keep-days", "1");

        assertThat(home.resolve("running/77-1.json")).doesNotExist();
        assertThat(new History(home).collect(RunSelection.ALL, Collectors.counting()))
                .isOne();
    }

    @Test
    void halfWrittenFilesGoWhenTheyAreOld(@TempDir Path home) throws IOException {
        Path old = home.resolve("recent/ghpm/batch.1a.tmp");
        Path fresh = home.resolve("running/77-1.json.1b.tmp");
        SampleHome.append(old, "x");
        SampleHome.append(fresh, "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-11-18T00:00:00Z")));
        Files.setLastModifiedTime(fresh, FileTime.from(Instant.parse("2026-11-20T09:59:00Z")));

        ToolRun run = ToolRun.of(home, "prune");

        assertThat(run.out()).isEqualTo("Deleted 1 half-written file; keeping 90 days.\n");
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatSomebodyElseKeepsThereIsLeftAlone(@TempDir Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        generate(home);
        Path notes = Files.writeString(home.resolve("history/date=2026-11-11/notes.txt"), "mine");
        Path file = Files.writeString(elsewhere.resolve("h.ndjson"), "theirs");
        Files.createSymbolicLink(home.resolve("history/date=2026-10-01"), elsewhere);
        Files.createSymbolicLink(home.resolve("history/date=2026-11-12/link.ndjson"), file);
        Files.createDirectories(home.resolve("history/date=soon"));

        ToolRun.of(home, "prune", "--keep-days", "8");

        assertThat(notes).exists();
        assertThat(file).hasContent("theirs");
        assertThat(days(home))
                .contains("date=2026-10-01", "date=2026-11-11", "date=soon")
                .doesNotContain("date=2026-11-12");
        assertThat(home.resolve("history/date=2026-11-11/build-7.ndjson")).doesNotExist();
    }

    /** With runs of all of today, which for the tool's clock is not over. */
    private static ToolRun read(Path home) {
        return ToolRun.of(home, "runs", "--timeframe", "..2026-11-20");
    }

    @Test
    void theConfiguredRetentionHoldsAndReadersSeeToIt(@TempDir Path home) throws IOException {
        generate(home);
        new SampleHome(home)
                .add(SampleRun.plain("a", "2026-08-22T09:00:00Z"), SampleRun.plain("b", "2026-08-23T09:00:00Z"));
        assertThat(read(home).err()).isEmpty();
        assertThat(days(home)).hasSize(12);
        SamplePlan.save(home, "ghpm-1", SamplePlan.KEY, true, Instant.parse("2026-11-20T09:00:00Z"));

        assertThat(ToolRun.of(home, "prune", "--dry-run").out())
                .contains("Would delete 1 day (")
                .contains("keeping 90 days");
        assertThat(read(home).err())
                .isEqualTo("perf-agent: dropped 1 day older than journal.retention_days of instrumentation.yml, up to"
                        + " 2026-08-22\n");
        assertThat(days(home)).hasSize(11);

        new SampleHome(home).add(SampleRun.plain("a", "2026-08-22T09:00:00Z"));
        assertThat(read(home).err()).as("once a day").isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theMarkOfTheLastDropIsTheOwnersAlone(@TempDir Path home) throws IOException {
        generate(home);
        SamplePlan.save(home, "ghpm-1", SamplePlan.KEY, true, Instant.parse("2026-11-20T09:00:00Z"));
        Path mark = home.resolve("pruned");
        for (String before : List.of("rw-r--r--", "rw-rw-rw-", "---------")) {
            Files.deleteIfExists(mark);
            Files.createFile(mark);
            Files.setPosixFilePermissions(mark, PosixFilePermissions.fromString(before));
            Files.setLastModifiedTime(mark, FileTime.fromMillis(0));

            assertThat(read(home).err()).isEmpty();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mark)))
                    .as(before)
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--keep-days=0", "--keep-runs=0", "--keep-days=x", "--keep-days=1 --keep-runs=1"})
    void wrongNumbersAreRefused(String options, @TempDir Path home) throws IOException {
        generate(home);

        ToolRun run = ToolRun.of(home, ("prune " + options).split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(days(home)).hasSize(10);
    }

    /** Ten runs a day on the ten days until today. */
    private static void generate(Path home) throws IOException {
        Generator.seeded(5).over(LocalDate.of(2026, 11, 11), 10).runs(100).write(home);
    }

    private static List<String> days(Path home) throws IOException {
        try (var entries = Files.list(home.resolve("history"))) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
