package dev.perfagent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.JudgedRun;
import dev.perfagent.threshold.RecentRuns;
import dev.perfagent.threshold.RecentTimes;
import dev.perfagent.threshold.UsualMachine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecentRunsFileTest {
    @TempDir
    private Path folder;

    @Test
    void comparableRunsComeBackNewestFirst() throws IOException {
        remember(JudgedRun.took(1).ofVersion("1.0"));
        remember(JudgedRun.took(2).ofVersion("1.9"));
        remember(JudgedRun.took(3).ofVersion("1.9"));
        remember(JudgedRun.took(10.1234));
        remember(JudgedRun.took(11).cold());
        remember(JudgedRun.took(12).ended(Outcome.ERROR));
        remember(JudgedRun.took(13));

        RecentRuns recent = before();

        assertThat(recent.sameVersion().activeMs()).containsExactly(13, 10.123);
        assertThat(recent.otherVersion().activeMs())
                .as("of the last version before")
                .containsExactly(3, 2);
        assertThat(recent.otherVersionName()).isEqualTo("1.9");
        assertThat(recent.ended()).isEqualTo(7);
        assertThat(recent.failed()).isEqualTo(1);
        assertThat(file()).hasContent("""
            f 1.0 s 1.0
            f 2.0 s 1.9
            f 3.0 s 1.9
            f 10.123 s 2.0.0
            f 11.0 c 2.0.0
            f 12.0 e 2.0.0
            f 13.0 s 2.0.0
            """);
    }

    @Test
    void otherFingerprintsAreCountedButNotCompared() throws IOException {
        write("g 5.0 s 2.0.0\nff 6.0 s 2.0.0\nf 7.0 s 2.0.0\ng 8.0 e 2.0.0\n");

        RecentRuns recent = before();

        assertThat(recent.sameVersion().activeMs()).containsExactly(7);
        assertThat(recent.ended()).isEqualTo(4);
        assertThat(recent.failed()).isEqualTo(1);
    }

    @Test
    void linesOfAnOlderAgentAreOfThisVersion() throws IOException {
        write("f 5.5\nf 6.5\n");

        assertThat(before().sameVersion().activeMs()).containsExactly(6.5, 5.5);
    }

    /** In front of the version, in which there may be blanks. */
    @Test
    void partsOfTheTimeAreKept() throws IOException {
        remember(JudgedRun.took(100).ofVersion("2 0 beta"));
        remember(JudgedRun.took(1000).ofVersion("2 0 beta").shared(500, 300, 900, 400.0));
        remember(JudgedRun.took(100).ofVersion("2 0 beta").shared(0, 20, 30, null));
        remember(JudgedRun.took(1).ofVersion("2 0 beta").shared(0, 1, 1, null).ended(Outcome.ERROR));

        assertThat(file()).hasContent("""
            f 100.0 s 2 0 beta
            f 1000.0 S 500.0 300.0 900.0 400.0 2 0 beta
            f 100.0 S 0.0 20.0 30.0 - 2 0 beta
            f 1.0 E 0.0 1.0 1.0 - 2 0 beta
            """);
        RecentRuns recent = new RecentRunsFile(
                        home(), JudgedRun.took(9).ofVersion("2 0 beta").run())
                .before();
        assertThat(recent.sameVersion().activeMs()).containsExactly(100, 1000 - 500 * 1.12, 100);
        assertThat(recent.sameVersion().cpuMs()).containsExactly(500);
        assertThat(recent.failed()).isEqualTo(1);
    }

    /** A gauge of other work, such as another version of the agent does, says nothing about this run. */
    @Test
    void aGaugeIsKeptAndReadOnlyBesideOneOfTheSameWork() throws IOException {
        remember(JudgedRun.took(1000).shared(500, 300, 700, 400.0).gauged(20.25, "work"));

        assertThat(file()).hasContent("f 1000.0 S 500.0 300.0 700.0 400.0 @20.25/work 2.0.0\n");
        assertThat(cpuMsBesideGauge("work")).isLessThan(300);
        assertThat(cpuMsBesideGauge("other")).isEqualTo(300);
    }

    @Test
    void whatALookTakesIsKeptBesideTheGauge() throws IOException {
        remember(JudgedRun.took(1000).shared(500, 300, 700, 400.0).gauged(16, 260.5, "work"));

        assertThat(file()).hasContent("f 1000.0 S 500.0 300.0 700.0 400.0 @16.0/260.5/work 2.0.0\n");
        assertThat(cpuMsBesideGauge("work")).isLessThan(280);
        assertThat(cpuMsBesideGauge("other")).isEqualTo(300);
    }

    /** The CPU time of the remembered run as if the CPU had been faster. */
    private double cpuMsBesideGauge(String id) {
        JudgedRun judged = JudgedRun.took(9).shared(0, 300, 700, 400.0).gauged(16, 200.0, id);
        UsualMachine usual = new UsualMachine(400, 16, 200, 0);
        return new RecentRunsFile(home(), judged.run()).before().sameVersion().cpuMs(usual)[0];
    }

    @Test
    void aGaugeIsMadeFromTheHistoryToo() throws IOException {
        JudgedRun run = JudgedRun.took(1000).shared(500, 300, 700, 400.0);
        new Journal(home()).append(run.gauged(20.25, "work").run());

        assertThat(cpuMsBesideGauge("work")).isLessThan(300).isGreaterThan(250);
    }

    @Test
    void whatALookTakesIsMadeFromTheHistoryToo() throws IOException {
        JudgedRun run = JudgedRun.took(1000).shared(500, 300, 700, 400.0);
        new Journal(home()).append(run.gauged(16, 260.5, "work").run());

        assertThat(cpuMsBesideGauge("work")).isLessThan(280);
    }

    @Test
    void partsOfTheTimeAreMadeFromTheHistoryToo() throws IOException {
        Journal journal = new Journal(home());
        journal.append(JudgedRun.took(1000).shared(500, 300, 900, 400.0).run());
        journal.append(JudgedRun.took(100).shared(0, 20, 30, null).run());

        RecentRunsFile recent = new RecentRunsFile(home(), JudgedRun.took(7).run());
        recent.before();
        recent.append();

        assertThat(file()).hasContent("""
            f 1000.0 S 500.0 300.0 900.0 400.0 2.0.0
            f 100.0 S 0.0 20.0 30.0 - 2.0.0
            f 7.0 s 2.0.0
            """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f 1.0 S 1 1 1 1",
                "f 1.0 S x 1 1 1 2.0.0\n",
                "f 1.0 S 1.0 1.0\n",
                "f 1.0 S\n",
                "f 1.0 S \n",
                "f 1 Q 1 1 1 1 2.0.0\n"
            })
    void aDamagedLineWithPartsIsPassedOver(String damaged) throws IOException {
        write("f 5.5 s 2.0.0\n" + damaged + "\nf 6.5 s 2.0.0\n");

        assertThat(before().sameVersion().activeMs()).containsExactly(6.5, 5.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f\n", "f x s 2.0.0\n", "f 1.0 q 2.0.0\n", "\u0000\u0000\n", "\n", " \n", "f 1.0 s 2."})
    void aDamagedLineIsPassedOver(String damaged) throws IOException {
        write("f 5.5 s 2.0.0\n" + damaged);

        assertThat(before().sameVersion().activeMs()).containsExactly(5.5);
    }

    @Test
    void aVersionIsKeptWithoutLineEnds() throws IOException {
        remember(JudgedRun.took(1).ofVersion("1\n2 beta"));

        assertThat(new RecentRunsFile(
                                home(), JudgedRun.took(2).ofVersion("1\n2 beta").run())
                        .before()
                        .sameVersion()
                        .activeMs())
                .containsExactly(1);
    }

    @Test
    void whatIsMissingIsMadeFromTheNewestDaysOfTheHistory() throws IOException {
        Journal journal = new Journal(home());
        journal.append(JudgedRun.took(1).ofVersion("1.9").run());
        journal.append(JudgedRun.took(2).run());
        journal.append(JudgedRun.took(3).named("ghpm", "other").run());
        journal.append(JudgedRun.took(4).ended(Outcome.ERROR).run());
        journal.append(JudgedRun.took(5).cold().run());
        journal.append(JudgedRun.took(6).run());
        Files.writeString(
                folder.resolve("history/date=2026-11-20/localhost.ndjson"),
                "{\"application\":\"ghpm\",\"command\":\"batch\",\"torn",
                StandardOpenOption.APPEND);

        RecentRunsFile recent = new RecentRunsFile(home(), JudgedRun.took(7).run());
        RecentRuns before = recent.before();
        recent.append();

        assertThat(before.sameVersion().activeMs()).containsExactly(6, 2);
        assertThat(before.otherVersion().activeMs()).containsExactly(1);
        assertThat(before.ended()).isEqualTo(5);
        assertThat(before.failed()).isEqualTo(1);
        assertThat(file()).hasContent("""
            f 1.0 s 1.9
            f 2.0 s 2.0.0
            f 4.0 e 2.0.0
            f 5.0 c 2.0.0
            f 6.0 s 2.0.0
            f 7.0 s 2.0.0
            """);
    }

    /** Of which no more than that are compared, but those of the version before are. */
    @Test
    void runsOfTheVersionBeforeAreFoundBehindManyOfThisOne() throws IOException {
        for (String version : new String[] {"2.0.0", "1 2.0.0", "-"}) {
            StringBuilder lines = new StringBuilder("f 7.0 S 0.0 6.0 9.0 - 1.9\n".repeat(3));
            lines.append("f 9\n")
                    .append("f 8.0 S 0.0 7.0 9.0 - "
                            .concat(version)
                            .concat("\n")
                            .repeat(70));
            write(lines.toString());

            RecentRuns recent = new RecentRunsFile(
                            home(), JudgedRun.took(99).ofVersion(version).run())
                    .before();

            assertThat(recent.sameVersion().runs()).isEqualTo(RecentTimes.MOST_RUNS);
            assertThat(recent.otherVersion().activeMs()).containsExactly(7, 7, 7);
            assertThat(recent.otherVersionName()).isEqualTo("1.9");
        }
    }

    @Test
    void soIsWhatNobodyCanRead() throws IOException {
        new Journal(home()).append(JudgedRun.took(6).run());
        write("\u0001\u0002 nonsense\n");

        RecentRunsFile recent = new RecentRunsFile(home(), JudgedRun.took(7).run());
        RecentRuns before = recent.before();
        recent.append();

        assertThat(before.sameVersion().activeMs()).containsExactly(6);
        assertThat(file()).hasContent("f 6.0 s 2.0.0\nf 7.0 s 2.0.0\n");
    }

    @Test
    void theFileStaysSmall() throws IOException {
        for (int i = 0; i < 3000; i++) {
            remember(JudgedRun.took(i));
        }

        assertThat(Files.size(file())).isLessThan(40_000);
        assertThat(before().sameVersion().activeMs()).hasSize(50).startsWith(2999, 2998);
    }

    @Test
    void manyAtOnceLoseNoLine() throws Exception {
        int writers = 16;
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            double ms = i;
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                    remember(JudgedRun.took(ms));
                } catch (IOException | InterruptedException failure) {
                    throw new IllegalStateException(failure);
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(before().sameVersion().activeMs()).hasSize(writers);
        assertThat(Files.readAllLines(file()))
                .hasSize(writers)
                .allMatch(line -> line.matches("f \\d+\\.0 s 2\\.0\\.0"));
    }

    @Test
    void alertsStandWhereTheyStoodAndTheirFileStaysSmall() throws IOException {
        Run run = JudgedRun.took(1).run();
        String open = "1 0 T 5 warning 1.0 time batch\n";
        new AlertStateFile(home(), run).append(open, 6);

        assertThat(new AlertStateFile(home(), run).lines()).isEqualTo(open);
        for (int i = 0; i < 2000; i++) {
            new AlertStateFile(home(), run).append("2 0 S 5 warning 1.0 phase_time fetching\n" + open, 6);
        }
        File file = folder.resolve("alerts/ghpm/batch").toFile();
        assertThat(file.length()).isLessThan(40_000);
        assertThat(new AlertStateFile(home(), run).lines()).endsWith(open).contains("fetching");
    }

    private void remember(JudgedRun run) throws IOException {
        RecentRunsFile recent = new RecentRunsFile(home(), run.run());
        recent.before();
        recent.append();
    }

    private RecentRuns before() {
        return new RecentRunsFile(home(), JudgedRun.took(99).run()).before();
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    private Home home() {
        return Home.at(folder.toFile());
    }

    private Path file() {
        return folder.resolve("recent/ghpm/batch");
    }
}
