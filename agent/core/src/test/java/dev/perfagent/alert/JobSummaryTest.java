package dev.perfagent.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.perfagent.run.Alert;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.JudgedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSummaryTest {
    private static final Run RUN = JudgedRun.took(3200).run();

    private final Path file;

    JobSummaryTest(@TempDir Path folder) {
        this.file = folder.resolve("step_summary");
    }

    @Test
    void alertsAreATable() throws IOException {
        Files.writeString(file, "before\n");
        summary().append(RUN, List.of(SampleAlerts.SLOW, SampleAlerts.API_CACHE));

        assertThat(Files.readString(file)).isEqualTo("""
                before

                ### perf-agent: 2 alerts on ghpm batch

                | | alert | figures and what to do |
                | --- | --- | --- |
                | warning | PERFORMANCE ALERT\\: Command 'batch' execution time exceeded threshold | Current\\: 3.2s \\| \
                Threshold\\: 2.0s \\| Baseline\\: 1.8s<br>Recommendation\\: Phase 'data\\_fetching' took 2.1s of 3.2s. |
                | warning | OPTIMIZATION TIP\\: API cache hit rate is 45% (target\\: 70%) |  |

                """);
    }

    @Test
    void namesAreNoMarkup() throws IOException {
        Files.createFile(file);
        String name = "<img src=x>`a`|[b](https://c) @d #1 www.e.f\n# g\u202e";
        summary()
                .append(
                        JudgedRun.took(1).named(name, name).run(),
                        List.of(SampleAlerts.alert(Measure.PHASE_TIME, name, 2, 1, null, name)));

        String escaped = "&lt;img src=x&gt;\\`a\\`\\|\\[b\\](https\\://c) \\@d \\#1 www\\.e.f\\\\u000a\\# g\\\\u202e";
        assertThat(Files.readString(file))
                .contains(
                        "1 alert on " + escaped + "\n", "Phase '" + escaped + "' took", "Recommendation\\: " + escaped)
                .doesNotContain("<img", "\u202e")
                .hasLineCount(7);
    }

    @Test
    void moreThanATableCanShowIsCounted() throws IOException {
        Files.createFile(file);
        summary().append(RUN, Collections.nCopies(JobSummary.MOST_ALERTS + 5, SampleAlerts.CACHE));

        assertThat(Files.readString(file)).contains("35 alerts on").endsWith("\nand 5 more.\n\n");
    }

    /** GitHub shows nothing of a summary that is too large. */
    @Test
    void aSummaryThatIsHalfFullIsLeftAlone() throws IOException {
        Files.write(file, new byte[(int) JobSummary.MAX_BYTES]);
        summary().append(RUN, List.of(SampleAlerts.SLOW));

        assertThat(file).hasSize(JobSummary.MAX_BYTES);
    }

    @Test
    void theLongestPartIsFarFromTheLimit() throws IOException {
        Files.createFile(file);
        String name = "\u0001".repeat(5000);
        Alert alert = SampleAlerts.alert(Measure.PHASE_TIME, name, 2, 1, null, name);
        summary().append(RUN, Collections.nCopies(1000, alert));

        assertThat(Files.size(file)).isBetween(1L, JobSummary.MAX_BYTES);
    }

    @Test
    void withoutTheFileThereIsNothingToAppendTo() {
        assertThatIOException()
                .isThrownBy(() -> summary().append(RUN, List.of(SampleAlerts.SLOW)))
                .withMessageContaining("step_summary");
        assertThat(file).doesNotExist();
    }

    private JobSummary summary() {
        return new JobSummary(file.toFile());
    }
}
