package dev.perfagent.prepare.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With JVMs that take as long as their options say. */
final class StartTrialTest {
    private static final int ROUNDS = 15;
    private static final String APART = "-XX:ErrorFile=/tmp/crash";

    @TempDir
    private Path folder;

    private int feature = 25;
    private final Set<StartWay> failing = new HashSet<>();
    private final Set<StartWay> talking = new HashSet<>();
    private boolean isRandom;
    private boolean isBadWithAgent;
    private final List<Boolean> madeWithAgent = new ArrayList<>();
    private boolean makesCache = true;
    private boolean isDirectFaster = true;
    private int runs;

    @Test
    void theFastestWayWins() throws IOException {
        StartComparison compared = compare(true);

        assertThat(compared.tried()).allMatch(start -> start.problem() == null);
        assertThat(compared.best().way()).isEqualTo(StartWay.DIRECT_CACHE);
        assertThat(compared.best().options())
                .containsExactly(
                        "-agentlib:instrument=a.jar=home=h",
                        "--add-modules=java.instrument",
                        "-XX:AOTCache=" + folder.resolve("x.aot"));
        assertThat(compared.words(compared.of(StartWay.ALONE))).containsExactly("java", "-jar", "x.jar");
        assertThat(compared.of(StartWay.USUAL).ratio())
                .satisfies(ratio -> assertThat(ratio.value()).isEqualTo(1));
        assertThat(runs).as("as the help says").isLessThan(110);
    }

    @Test
    void aWayThatIsNotSurelyFasterIsNotRecommended() throws IOException {
        isDirectFaster = false;

        assertThat(compare(false).best().way()).isEqualTo(StartWay.USUAL);
    }

    @Test
    void aWayThatEndsOtherwiseIsNotUsed() throws IOException {
        failing.add(StartWay.DIRECT);
        talking.add(StartWay.DIRECT_CACHE);

        StartComparison compared = compare(true);

        assertThat(compared.of(StartWay.DIRECT).problem()).isEqualTo("it ends with exit code 1: no such module");
        assertThat(compared.of(StartWay.DIRECT).medianMs()).isNull();
        assertThat(compared.of(StartWay.DIRECT_CACHE).problem()).isEqualTo("it prints something else: [error][aot] ö");
        assertThat(compared.best().way()).isEqualTo(StartWay.CACHE);
    }

    /** Whoever takes the agent away keeps the cache. */
    @Test
    void aCacheThatDoesHarmWithoutTheAgentIsNotUsed() throws IOException {
        talking.add(StartWay.CACHE_ALONE);

        StartComparison compared = compare(true);

        assertThat(compared.of(StartWay.CACHE).problem()).startsWith("it prints something else");
        assertThat(compared.best().way()).isEqualTo(StartWay.DIRECT);
    }

    /** As JDK 25 does of some programs: with that cache no JVM starts. */
    @Test
    void aCacheThatIsBadWithTheAgentIsMadeWithoutIt() throws IOException {
        isBadWithAgent = true;

        StartComparison compared = compare(true);

        assertThat(compared.of(StartWay.CACHE).problem()).isNull();
        assertThat(compared.of(StartWay.CACHE_ALONE).problem()).isNull();
        assertThat(madeWithAgent).containsExactly(true, false);
    }

    @Test
    void whatTheJdkCannotDoIsSaid() throws IOException {
        feature = 17;
        assertThat(compare(true).of(StartWay.CACHE).problem()).startsWith("JDK 17 makes no AOT cache");
        feature = 25;
        makesCache = false;
        assertThat(compare(true).of(StartWay.CACHE).problem()).isEqualTo("the JVM made no cache: no room");
        assertThat(compare(false).of(StartWay.CACHE).isAskedFor()).isFalse();
        feature = 0;
        assertThatIOException().isThrownBy(() -> compare(false)).withMessageContaining("which version");
    }

    @Test
    void ofAProgramThatNeverPrintsTheSameTheExitCodeIsCompared() throws IOException {
        isRandom = true;
        talking.add(StartWay.DIRECT);
        failing.add(StartWay.CACHE);

        StartComparison compared = compare(true);

        assertThat(compared.of(StartWay.DIRECT).problem()).isNull();
        assertThat(compared.of(StartWay.CACHE).problem()).startsWith("it ends with exit code 1");
    }

    private StartComparison compare(boolean withCache) throws IOException {
        runs = 0;
        Path cache = withCache ? folder.resolve("x.aot") : null;
        JavaProgram program = new JavaProgram("java", List.of("-jar", "x.jar"), Map.of());
        return StartTrial.run(program, "a.jar=home=h", cache, ROUNDS, new Programs(), new Random(1));
    }

    private ProgramRun run(List<String> words, Map<String, String> environment) throws IOException {
        runs++;
        String all = String.join(" ", words);
        assertThat(all.contains(APART)).as("a JVM that may crash").isEqualTo(!all.contains("-version"));
        if (all.contains("-version")) {
            return new ProgramRun(0, "", feature == 0 ? "odd" : "  java.specification.version = " + feature + "\n", 1);
        }
        if (all.contains("-XX:AOTCacheOutput=")) {
            assertThat(environment).containsKey("PERF_AGENT_TRAINING");
            madeWithAgent.add(all.contains("-javaagent:"));
            if (makesCache) {
                Files.writeString(folder.resolve("x.aot"), "");
            }
            return new ProgramRun(0, "done\n", makesCache ? "" : "no room\n", 1);
        }
        StartWay way = way(all);
        if (way.hasCache() && isBadWithAgent && madeWithAgent.get(madeWithAgent.size() - 1)) {
            return new ProgramRun(134, "#\n", "", 1);
        }
        if (failing.contains(way)) {
            return new ProgramRun(1, "", "no such module\n", 1);
        }
        String out = (isRandom ? runs + "\n" : "done\n") + (talking.contains(way) ? "[error][aot] \u00c3\u00b6\n" : "");
        double added =
                way.hasAgent() ? way == StartWay.USUAL || way == StartWay.CACHE ? 40 : isDirectFaster ? 25 : 40 : 0;
        return new ProgramRun(0, out, "", 100 + added - (way.hasCache() ? 20 : 0) + runs % 3);
    }

    private static StartWay way(String words) {
        boolean hasCache = words.contains("-XX:AOTCache=");
        if (words.contains("-agentlib:")) {
            return hasCache ? StartWay.DIRECT_CACHE : StartWay.DIRECT;
        }
        if (words.contains("-javaagent:")) {
            return hasCache ? StartWay.CACHE : StartWay.USUAL;
        }
        return hasCache ? StartWay.CACHE_ALONE : StartWay.ALONE;
    }

    private final class Programs implements ProgramRunner {
        @Override
        public ProgramRun run(List<String> words, Map<String, String> environment) throws IOException {
            return StartTrialTest.this.run(words, environment);
        }

        @Override
        public List<String> options() {
            return List.of(APART);
        }
    }
}
