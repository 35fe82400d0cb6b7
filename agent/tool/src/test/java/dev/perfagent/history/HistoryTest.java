package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.perfagent.generator.Change;
import dev.perfagent.generator.Generator;
import dev.perfagent.generator.Machine;
import dev.perfagent.generator.Truth;
import dev.perfagent.generator.Workload;
import dev.perfagent.run.Outcome;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @Test
    void everyRunIsGatheredOnce(@TempDir Path home) throws IOException {
        Truth truth = generator().runs(2000).malformed(5).newer(3).write(home);
        History history = new History(home);

        Map<String, Long> counts =
                history.collect(RunSelection.ALL, Collectors.groupingBy(StoredRun::command, Collectors.counting()));
        Map<String, Double> sums = history.collect(
                RunSelection.ALL,
                Collectors.groupingBy(StoredRun::command, Collectors.summingDouble(StoredRun::totalMs)));

        assertThat(counts).isEqualTo(truth.commands());
        truth.totalMs().forEach((command, sum) -> assertThat(sums.get(command)).isEqualTo(sum, within(0.01)));
        assertThat(history.tally().malformed()).as("once, though read twice").isEqualTo(5);
        assertThat(history.tally().newer()).isEqualTo(3);
        assertThat(count(home, RunSelection.ALL.thatEnded(Outcome.KILLED))).isEqualTo(truth.killed());
        assertThat(count(home, RunSelection.ALL.thatEnded(Outcome.ERROR))).isEqualTo(truth.failed());
        assertThat(count(home, RunSelection.ALL.ofCommand("status"))).isEqualTo(counts.get("status"));
        assertThat(count(home, RunSelection.ALL.ofApplication("other"))).isZero();
        assertThat(count(home, RunSelection.ALL.where(StoredRun::cold))).isEqualTo(truth.cold());
    }

    @Test
    void daysAndTimesOfYearsThatNoRunCanHaveAreSkippedAndCounted(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.add(SampleRun.plain("a", "2026-11-01T10:00:00Z"));
        sample.addLine(
                "+999999999-12-31",
                "build-7",
                SampleRun.plain("b", "2026-11-01T10:00:00Z").line());
        sample.addLine(
                "-999999999-01-01",
                "build-7",
                SampleRun.plain("c", "2026-11-01T10:00:00Z").line());
        sample.addLine(
                "1999-12-31",
                "build-7",
                SampleRun.plain("d", "1999-12-31T10:00:00Z").line());
        sample.add(SampleRun.plain("e", "9999-12-31T23:59:59.999Z"));
        for (String time : List.of(
                "+1000000000-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z", "1999-12-31T23:59:59.999Z")) {
            String line = SampleRun.plain("f", "2026-11-01T11:11:11Z").line();
            assertThat(line).contains("2026-11-01T11:11:11");
            sample.addLine(
                    "2026-11-01", "build-7", line.replaceAll("\"timestamp\":\"[^\"]*", "\"timestamp\":\"" + time));
        }
        History history = new History(home);

        assertThat(history.newest(RunQuery.newest(10))).extracting(RawRun::id).containsExactly("e", "a");
        assertThat(history.tally().malformed()).isEqualTo(6);
        assertThat(count(home, RunSelection.ALL)).isEqualTo(2);
        assertThat(count(home, RunSelection.ALL.in(new TimeRange(Instant.MIN, Instant.MAX))))
                .isEqualTo(2);
    }

    @Test
    void aFileOfManyChunksIsGatheredOnce(@TempDir Path home) throws IOException {
        Truth truth = Generator.seeded(2)
                .over(FIRST, 1)
                .runs(16_000)
                .killed(0.01)
                .malformed(2)
                .write(home);
        History history = new History(home);
        List<Long> steps = new ArrayList<>();
        history.reportProgressTo((read, total) -> {
            synchronized (steps) {
                assertThat(read).isLessThanOrEqualTo(total);
                steps.add(read);
            }
        });

        Set<String> ids = history.collect(RunSelection.ALL, Collectors.mapping(StoredRun::id, Collectors.toSet()));

        assertThat(truth.bytes()).isGreaterThan(16 * 1024 * 1024);
        assertThat(ids).hasSize(16_000);
        assertThat(history.tally().malformed()).isEqualTo(2);
        assertThat(steps).hasSizeGreaterThan(2).contains(truth.bytes());
    }

    @Test
    void onlyTheDaysAskedForAreOpened(@TempDir Path home) throws IOException {
        generator().over(FIRST, 3).runs(300).write(home);
        Files.createDirectories(new SampleHome(home).historyFile("2026-11-01", "cannot-be-read"));
        TimeRange noon = new TimeRange(Instant.parse("2026-11-02T12:00:00Z"), Instant.parse("2026-11-03T00:00:00Z"));
        History history = new History(home);

        List<Instant> starts =
                history.collect(RunSelection.ALL.in(noon), Collectors.mapping(StoredRun::start, Collectors.toList()));

        assertThat(starts).isNotEmpty().allMatch(noon::contains);
        assertThat(history.tally().isWhole()).isTrue();
        assertThat(count(home, RunSelection.ALL)).isEqualTo(300);
    }

    @Test
    void readingGivesTheSameRunsInOrder(@TempDir Path home) throws IOException {
        generator().over(FIRST, 3).runs(200).killed(0).write(home);
        List<RawRun> runs = new ArrayList<>();

        new History(home).read(RunSelection.ALL, runs::add);

        assertThat(runs).hasSize(200);
        assertThat(runs).isSortedAccordingTo((a, b) -> day(a).compareTo(day(b)));
        assertThat(runs.get(0).json()).startsWith("{\"schema\":1,").endsWith("}");
    }

    @Test
    void aRunTakenForKilledThatEndedAfterAllCountsOnce(@TempDir Path home) throws IOException {
        SampleRun orderly = SampleRun.plain("a", "2026-11-20T10:00:00Z");
        SampleHome sample = new SampleHome(home);
        sample.add(SampleRun.plain("a", "2026-11-20T10:00:00Z").outcome("killed", null));
        sample.add(SampleRun.plain("b", "2026-11-20T10:00:00Z").outcome("killed", null));
        sample.add(orderly);
        sample.add(SampleRun.plain("c", "2026-11-20T10:00:00Z"));

        Map<String, Boolean> killed =
                new History(home).collect(RunSelection.ALL, Collectors.toMap(StoredRun::id, StoredRun::killed));

        assertThat(killed).isEqualTo(Map.of("a", false, "b", true, "c", false));
        assertThat(count(home, RunSelection.ALL.thatEnded(Outcome.KILLED))).isOne();
    }

    @Test
    void severalHomesAndFoldersAreReadTogether(@TempDir Path first, @TempDir Path second) throws IOException {
        generator().runs(100).write(first);
        generator().over(FIRST.plusDays(5), 10).runs(50).write(second);

        History both = History.of(List.of(first, second.resolve("history"), second, first.resolve("history")));

        assertThat(both.collect(RunSelection.ALL, Collectors.counting())).isEqualTo(150);
        assertThatThrownBy(() -> History.of(List.of(first, second.resolve("gone"))))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("gone: there is no such folder");
    }

    @Test
    void olderDaysAreNotOpenedOnceWhatWasReadIsEnough(@TempDir Path home) throws IOException {
        generator().over(FIRST, 3).runs(300).write(home);
        for (String day : List.of("2026-11-01", "2026-11-02")) {
            for (Path file : FolderListing.of(home.resolve("history/date=" + day), "*.ndjson")) {
                Files.writeString(file, "no run\n".repeat(3));
            }
        }
        History history = new History(home);

        NewestRuns ten = new NewestRuns(10);
        history.readNewest(RunSelection.ALL, ten);

        assertThat(ten.newestFirst())
                .hasSize(10)
                .allMatch(run -> run.start().toString().startsWith("2026-11-03"));
        assertThat(history.tally().malformed()).isZero();
        history.readNewest(RunSelection.ALL, new NewestRuns(1000));
        assertThat(history.tally().malformed())
                .as("asked for all, it opens them")
                .isPositive();
    }

    @Test
    void theNewestOfALargeDayAreThoseThatBeganLastWhereverTheyStand(@TempDir Path home) throws IOException {
        generator().over(FIRST, 1).runs(3000).write(home);
        Path file = FolderListing.of(home.resolve("history/date=2026-11-01"), "*.ndjson")
                .get(0);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.reverse(lines);
        Files.write(file, lines);
        assertThat(Files.size(file)).as("more than one part").isGreaterThan(1 << 18);
        assertTheNewestAreFound(home);
    }

    @Test
    void theNewestAreFoundInAFileThatWasJoinedFromSeveral(@TempDir Path home) throws IOException {
        generator().over(FIRST, 1).runs(6000).write(home);
        Path file = FolderListing.of(home.resolve("history/date=2026-11-01"), "*.ndjson")
                .get(0);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.rotate(lines, lines.size() / 3);
        Files.write(file, lines);
        assertThat(Files.size(file)).as("the newest are far from its end").isGreaterThan(1 << 21);
        assertTheNewestAreFound(home);
    }

    @Test
    void ofALargeFileOnlyTheEndIsReadForTheNewest(@TempDir Path home) throws IOException {
        generator().over(FIRST, 1).runs(6000).write(home);
        Path file = FolderListing.of(home.resolve("history/date=2026-11-01"), "*.ndjson")
                .get(0);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (int i = 1; i < lines.size() / 4; i += 2) {
            lines.set(i, "no run");
        }
        Files.write(file, lines);
        History history = new History(home);

        assertThat(history.newest(RunQuery.newest(20))).hasSize(20);
        assertThat(history.tally().malformed()).isLessThan(10);
    }

    @Test
    void aRunIsFoundByItsIdWithoutReadingOtherDays(@TempDir Path home) throws IOException {
        generator().over(FIRST, 9).runs(900).write(home);
        Path newest = FolderListing.of(home.resolve("history/date=2026-11-09"), "*.ndjson")
                .get(0);
        Files.writeString(newest, "no run\n");
        String id = new History(home)
                .collect(
                        RunSelection.ALL,
                        Collectors.mapping(StoredRun::id, Collectors.minBy(Comparator.naturalOrder())))
                .orElseThrow();
        for (int length : new int[] {id.length(), 16, 12, 9}) {
            History history = new History(home);

            assertThat(history.ofId(id.substring(0, length), 1))
                    .extracting(RawRun::id)
                    .containsExactly(id);
            assertThat(history.tally().malformed()).isZero();
        }
        assertThat(new History(home).ofId(id.substring(0, 3), 1)).isNotEmpty();
        assertThat(new History(home).ofId("ffffffffffff-000000000000", 1)).isEmpty();
    }

    private static void assertTheNewestAreFound(Path home) throws IOException {
        List<String> ids = new ArrayList<>(
                new History(home).collect(RunSelection.ALL, Collectors.mapping(StoredRun::id, Collectors.toList())));
        ids.sort(Comparator.reverseOrder());

        assertThat(new History(home).newest(RunQuery.newest(20)))
                .extracting(RawRun::id)
                .containsExactlyElementsOf(ids.subList(0, 20));
    }

    @Test
    void compressedDaysAreReadToo(@TempDir Path home) throws IOException {
        Truth truth = generator().over(FIRST, 2).runs(100).write(home);
        for (Path file : FolderListing.of(home.resolve("history/date=2026-11-01"), "*.ndjson")) {
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
                in.transferTo(out);
            }
            Files.delete(file);
        }
        Files.writeString(home.resolve("history/date=2026-11-01/torn.ndjson.gz"), "no gzip");
        History history = new History(home);

        assertThat(history.collect(RunSelection.ALL, Collectors.counting())).isEqualTo(truth.runs());
        assertThat(history.tally().unreadableFiles()).isOne();
        assertThat(history.tally().firstProblem()).hasMessageContaining("torn.ndjson.gz");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void oddEntriesDoNoHarm(@TempDir Path home) throws IOException {
        generator().over(FIRST, 1).runs(20).on(Machine.of("h")).write(home);
        Path day = home.resolve("history/date=2026-11-01");
        Files.createSymbolicLink(day.resolve("loop.ndjson"), day.resolve("loop.ndjson"));
        Files.createSymbolicLink(home.resolve("history/date=2026-11-02"), home);
        Files.writeString(home.resolve("history/date=2026-11-03"), "a file");
        Files.createDirectories(home.resolve("history/date=tomorrow"));
        Files.writeString(day.resolve(".h.ndjson"), "hidden");
        Files.writeString(day.resolve("empty.ndjson"), "");
        History history = new History(home);

        assertThat(history.collect(RunSelection.ALL, Collectors.counting())).isEqualTo(20);
        assertThat(history.tally().unreadableFiles()).isOne();
    }

    @Test
    void halfALineAtTheEndIsARunBeingAppended(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.add(SampleRun.plain("a", "2026-11-20T10:00:00Z"));
        Path file = sample.historyFile("2026-11-20", "build-7");
        SampleHome.append(file, "{\"schema\":1,\"execution_id\":\"b");
        History fresh = new History(home);
        assertThat(fresh.collect(RunSelection.ALL, Collectors.counting())).isOne();
        assertThat(fresh.tally().isWhole()).isTrue();

        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-20T10:00:00Z")));
        History later = new History(home);
        assertThat(later.collect(RunSelection.ALL, Collectors.counting())).isOne();
        assertThat(later.tally().malformed()).isOne();
    }

    @Test
    void textsThatRepeatAreShared(@TempDir Path home) throws IOException {
        generator().over(FIRST, 1).runs(200).on(Machine.of("h")).write(home);

        Set<String> fingerprints = new History(home)
                .collect(
                        RunSelection.ALL,
                        Collectors.mapping(
                                StoredRun::fingerprint,
                                Collectors.toCollection(
                                        () -> java.util.Collections.newSetFromMap(new IdentityHashMap<>()))));

        assertThat(fingerprints).hasSizeLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }

    private static LocalDate day(RawRun run) {
        return LocalDate.ofInstant(run.start(), java.time.ZoneOffset.UTC);
    }

    private static long count(Path home, RunSelection selection) throws IOException {
        return new History(home).collect(selection, Collectors.counting());
    }

    private static Generator generator() {
        return Generator.seeded(1)
                .over(FIRST, 10)
                .command(Workload.of("batch", 1800)
                        .requests(15)
                        .phase("fetch", 0.5)
                        .influence("task_count", 10, 1000, 0.5))
                .command(Workload.of("status", 200).weight(2))
                .change(Change.on(FIRST.plusDays(5), "batch", 1.4).withVersion("2.1.0"))
                .on(Machine.of("build-7"))
                .on(Machine.of("build-8"))
                .killed(0.02)
                .failed(0.05)
                .cold(0.05);
    }
}
