package dev.perfagent.tip;

import static dev.perfagent.threshold.JudgedRun.endpoint;
import static dev.perfagent.threshold.JudgedRun.phase;
import static dev.perfagent.threshold.JudgedRun.requests;
import static dev.perfagent.threshold.JudgedRun.took;
import static dev.perfagent.threshold.JudgedRun.usage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Contention;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Phase;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.threshold.JudgedRun;
import dev.perfagent.threshold.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeTipsTest {
    private static final String ISSUES = "GET /repos/{owner}/{repo}/issues";

    @Test
    void aPhaseOverHalfOfTheTimeIsNamedWithTheSlowestCalls() {
        GitHubApi api = requests(
                8, endpoint("GET /user", 1, 90), endpoint(ISSUES, 5, 2000), endpoint("GET /orgs/{org}", 2, 500));

        assertThat(command(took(2600).phase(phase("data_fetching", 2100)).called(api)))
                .isEqualTo("Phase 'data_fetching' took 2.1s of 2.6s; the run's slowest calls: " + ISSUES
                        + " (5 calls, 400ms on average), GET /orgs/{org} (2 calls, 250ms on average).");
    }

    @Test
    void anOuterPhaseDoesNotHideTheOneInsideIt() {
        Phase outer = new Phase("all", 2500, 300, 1, null, null, null, null, null);

        assertThat(command(took(2600).phase(outer).phase(phase("render", 2200))))
                .isEqualTo("Phase 'render' took 2.2s of 2.6s.");
    }

    @Test
    void aPhaseOfManyThreadsCountsByTheClock() {
        Phase parallel = new Phase("render", 8000, 8000, 4, null, null, null, null, 4.0);

        assertThat(command(took(2600).phase(parallel))).isEqualTo("Phase 'render' took 2.0s of 2.6s.");
    }

    @Test
    void theLargestSavingComesFirst() {
        Endpoint again = new Endpoint(ISSUES, 10, 1000, 200, Map.of(), null, 9, 0, null);
        JudgedRun run = took(3000).phase(phase("data_fetching", 2900)).called(requests(10, again));

        assertThat(command(run)).contains("would save 9 requests");
        assertThat(command(run.started(new ProcessUse("git", 40, 1200, 0))))
                .isEqualTo(
                        "'git' was started 40 times, 1.2s in all; one call for all of the work would save 39 starts.");
        assertThat(command(took(3000).started(new ProcessUse("git", 5, 1200, 0))))
                .startsWith("'git' was started 5 times");
        assertThat(command(took(3000).started(new ProcessUse("git", 4, 1200, 0))))
                .doesNotContain("git");
        assertThat(command(run.used(usage(null, null, 31L, 1500.0))))
                .isEqualTo(
                        "Garbage collection took 1.5s of 3.0s (31 collections); raise the heap (-Xmx, -Xms) or allocate"
                                + " less.");
    }

    @Test
    void timeAsleepInLimitHandlersIsTold() {
        GitHubApi api = new GitHubApi(60, null, null, 0, List.of(), 2000.0, 1L, 1, true, List.of(), List.of());

        assertThat(command(took(3000).called(api)))
                .isEqualTo("It waited 2.0s of 3.0s for rate limits, over 60 requests; make fewer of them, or start it"
                        + " after the reset.");
    }

    @Test
    void theAllocatingPhaseIsNamedWithTheCollections() {
        Phase parse = new Phase("parse", 500, 500, 1, null, 900_000_000L, null, null, null);

        assertThat(command(took(3000).phase(parse).used(usage(null, null, null, 301.0))))
                .isEqualTo("Garbage collection took 301ms of 3.0s; raise the heap (-Xmx, -Xms) or allocate less:"
                        + " phase 'parse' allocates most.");
        assertThat(command(took(3000).phase(parse).used(usage(null, null, null, 300.0))))
                .isEqualTo("No phase took over half of the time; the longest was 'parse' with 500ms of 3.0s.");
    }

    @Test
    void callsToOneOtherHostMayRunAFewAtATimeButNeverThoseToGitHub() {
        HttpHost host = new HttpHost("repo.example.com", 12, 2000, 0, null);

        assertThat(command(took(3000).asked(host)))
                .isEqualTo("12 requests to repo.example.com took 2.0s of 3.0s; if they run one after another, run a few"
                        + " at the same time, with a limit.");
        assertThat(command(took(3000).asked(host).called(requests(1)))).doesNotContain("a few at a time");
        assertThat(command(took(3000).asked(new HttpHost("raw.GitHubusercontent.com", 12, 2000, 0, null))))
                .doesNotContain("a few at a time");
        assertThat(command(took(1900).asked(host))).doesNotContain("a few at a time");
    }

    @Test
    void aLongJvmStartIsTold() {
        assertThat(command(took(500).process(1000, 401)))
                .isEqualTo(
                        "JVM start took 401ms of the process's 1.0s; an AppCDS archive, created without any agent, or"
                                + " -XX:TieredStopAtLevel=1 may shorten it: try and verify.");
        assertThat(command(took(500).process(1000, 401).on("25.0.1+8")))
                .contains("'java -jar perf-agent.jar prepare --archive FILE -- COMMAND' makes a cache of its classes");
        assertThat(command(took(500).process(1000, 400))).doesNotContain("JVM start");
    }

    @Test
    void whoHasAnArchiveIsNotAdvisedToMakeOne() {
        assertThat(command(took(500).process(1000, 401).used(loaded(1545, 1077))))
                .as("the JDK's own archive")
                .startsWith("JVM start took ");
        assertThat(command(took(500).process(1000, 401).used(loaded(1345, 1014))))
                .doesNotContain("JVM start");
    }

    private static ResourceUsage loaded(long classes, long shared) {
        return new ResourceUsage(
                null, null, null, null, null, null, null, null, null, classes, shared, null, null, Contention.UNKNOWN);
    }

    @Test
    void slowCallsAreToldWithoutPhasesToo() {
        assertThat(command(took(2400).called(requests(5, endpoint(ISSUES, 5, 1800)))))
                .isEqualTo("GitHub calls took 1.8s of 2.4s; the slowest: " + ISSUES + " (5 calls, 360ms on average).");
        assertThat(command(took(1000).called(requests(5, endpoint(ISSUES, 5, 1800)))))
                .startsWith("GitHub calls took 1.8s summed over threads;");
    }

    @Test
    void whereNothingIsKnownTheTipSaysHowToLearnMore() {
        assertThat(command(took(3000))).isEqualTo("Name its phases in instrumentation.yml to see where the time goes.");
        assertThat(command(took(3000).used(usage(null, 300.0, null, null))))
                .startsWith("It used 300ms of CPU in 3.0s, so it mostly waits. ");
    }

    @Test
    void aPhaseThatComputesIsToBeProfiledAndOneThatWaitsShowsItsCalls() {
        Phase computes = new Phase("p", 2000, 2000, 1, null, null, 1700.0, null, null);
        Phase waits = new Phase("p", 2000, 2000, 1, null, null, 300.0, null, null);
        Phase starved = new Phase("p", 2000, 2000, 1, null, null, 300.0, 1690.0, null);
        Phase nests = new Phase("p", 2000, 500, 1, null, null, null, null, null);
        Phase many = new Phase("p", 2000, 2000, 500, null, null, null, null, null);

        assertThat(ofPhase(took(2500).phase(computes)))
                .isEqualTo("Phase 'p' took 2.0s, 1.7s of it on the CPU: it computes, so a profiler shows where.");
        assertThat(ofPhase(took(2500).phase(waits).called(requests(1, endpoint("GET /user", 1, 900)))))
                .isEqualTo("Phase 'p' took 2.0s, only 300ms of it on the CPU: it waits;"
                        + " the run's slowest calls: GET /user (1 call, 900ms).");
        assertThat(ofPhase(took(2500).phase(starved)))
                .as("what waits for a CPU computes")
                .isEqualTo("Phase 'p' took 2.0s, 300ms of it on the CPU: it computes, so a profiler shows where.");
        assertThat(ofPhase(took(2500).phase(nests)))
                .isEqualTo("Phase 'p' took 2.0s, 1.5s of it in phases entered inside it: look at those first.");
        assertThat(ofPhase(took(2500).phase(many)))
                .isEqualTo("Phase 'p' took 2.0s over 500 entries, 4ms each on average: do the work for many at once.");
        assertThat(ofPhase(took(2500).phase(phase("p", 2000)))).isEqualTo("Phase 'p' took 2.0s over 1 entry.");
    }

    @Test
    void tipsComeByWhatTheySave() {
        Endpoint again = new Endpoint(ISSUES, 10, 1000, 200, Map.of(), null, 9, 0, null);
        JudgedRun run = took(3000)
                .phase(phase("data_fetching", 2900))
                .called(requests(10, again))
                .used(usage(null, null, 31L, 1000.0))
                .started(new ProcessUse("git", 40, 1200, 0));

        assertThat(Tips.of(Measure.TIME, "batch", run.run()))
                .extracting(tip -> tip.substring(0, 12))
                .containsExactly("'git' was st", "Garbage coll", ISSUES.substring(0, 12), "Phase 'data_");
        assertThat(Tips.of(Measure.PROCESSES, "batch", run.run())).hasSize(1);
        assertThat(Tips.of(Measure.GC_SHARE, "batch", run.run())).hasSize(2);
    }

    @Test
    void theMachineAndFailuresHaveTheirsToo() {
        for (Measure measure : Measure.values()) {
            assertThat(Tips.of(measure, "x", took(10).run())).as(measure.key()).doesNotContain("");
        }
        assertThat(Tips.of(Measure.DISK_SPACE, Verdict.MACHINE, took(10).run()))
                .containsExactly("Free some space, or work in a folder on another disk, before writes fail.");
        assertThat(Tips.of(Measure.ERROR_RATE, "batch", took(10).run())).isEmpty();
    }

    private static String command(JudgedRun run) {
        return Tips.of(Measure.TIME, "batch", run.run()).get(0);
    }

    private static String ofPhase(JudgedRun run) {
        return Tips.of(Measure.PHASE_TIME, "p", run.run()).get(0);
    }
}
