package dev.perfagent.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.config.ConfigReader;
import dev.perfagent.history.History;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.StoredRun;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import dev.perfagent.settings.Configuration;
import dev.perfagent.settings.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProposedFilesTest {
    private static final String NAME = "we\"ird \\ # tool: ü";

    @TempDir
    private Path folder;

    @Test
    void ourOwnReaderAcceptsThemWhateverTheNames() throws IOException {
        SampledStacks stacks = new SampledStacks(Map.of(List.of("a.b.Main.main", "a.b.Wörk$Inner.ladeAlles"), 10));
        Configuration read = read(ProposedFiles.of(
                new TrialResult(0, runs(NAME, "do: it", 812, 934, 850), stacks), LocalDate.of(2026, 11, 28)));

        assertThat(read.settings().application()).isEqualTo(NAME);
        assertThat(read.settings().rules()).extracting(Rule::name).containsExactly("lade_alles");
        assertThat(read.settings().rules().get(0).target().className()).isEqualTo("a.b.Wörk$Inner");
        assertThat(Objects.requireNonNull(read.thresholds()).benchmarks().commands())
                .containsOnlyKeys("do: it");
    }

    @Test
    void theBaselineIsTheMedianAndTheSpreadIsSaid() throws IOException {
        ProposedFiles files = ProposedFiles.of(
                new TrialResult(0, runs("tool", "batch", 812, 1934, 850), new SampledStacks(Map.of())),
                LocalDate.of(2026, 11, 28));

        assertThat(files.benchmarks())
                .contains("# 3 runs took 812 to 1934 ms. The baseline is the median.\n", "# They differ much: ")
                .contains("      baseline_ms: 850\n", "      max_acceptable_ms: 2901\n");
        assertThat(files.instrumentation()).contains("so no phase is proposed");
        read(files);
    }

    private Configuration read(ProposedFiles files) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("instrumentation.yml"), files.instrumentation());
        Files.writeString(config.resolve("benchmarks.yml"), files.benchmarks());
        List<String> problems = new ArrayList<>();
        Configuration read = new ConfigReader().read(config.toFile(), problems);
        assertThat(problems).isEmpty();
        return read;
    }

    private List<StoredRun> runs(String application, String command, double... times) throws IOException {
        Path home = folder.resolve("home");
        SampleHome sample = new SampleHome(home);
        for (int i = 0; i < times.length; i++) {
            sample.add(SampleRun.plain("run-" + i, "2026-11-28T10:00:0" + i + "Z")
                    .application(application)
                    .command(command)
                    .took(times[i]));
        }
        return new History(home)
                .newest(RunQuery.newest(10)).stream().map(RawRun::run).toList();
    }
}
