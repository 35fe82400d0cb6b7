package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleSeries;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that got 12 % slower in its last runs, by evidence. */
class CheckToleranceTest {
    private final Path home;
    private final Path config;

    CheckToleranceTest(@TempDir Path folder) throws IOException {
        home = folder.resolve("home");
        config = folder.resolve("config");
        SampleSeries series = new SampleSeries(home, 1, 0.01);
        series.add(30, "2026-11-19T08:00:00Z", 1000, run -> run);
        series.add(6, "2026-11-20T08:00:00Z", 1120, run -> run);
    }

    @Test
    void theCommandLineSaysHowMuchSlowerIsFine() {
        assertThat(check("--tolerance", "5%")).isEqualTo(ExitCode.AGAINST);
        assertThat(check("--tolerance", "0.05")).isEqualTo(ExitCode.AGAINST);
        assertThat(check("--tolerance", "30%")).isEqualTo(ExitCode.FINE);
        assertThat(check()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void itTakesTheTolerancesPlaceInTheConfiguration() throws IOException {
        SampleHome.append(config.resolve("benchmarks.yml"), "benchmarks: { commands: { batch: { tolerance: 0.05 } } }");

        assertThat(check("--config", config.toString())).isEqualTo(ExitCode.AGAINST);
        assertThat(check("--config", config.toString(), "--tolerance", "30%")).isEqualTo(ExitCode.FINE);
    }

    @Test
    void aToleranceThatIsNoneIsRefused() {
        assertThat(check("--tolerance", "5x")).isEqualTo(ExitCode.USAGE);
        assertThat(check("--tolerance", "300%")).isEqualTo(ExitCode.USAGE);
    }

    private int check(String... options) {
        String[] line = new String[options.length + 1];
        line[0] = "check";
        System.arraycopy(options, 0, line, 1, options.length);
        return ToolRun.of(home, line).code();
    }
}
