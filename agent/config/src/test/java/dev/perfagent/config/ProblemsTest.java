package dev.perfagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.config.ConfigFolder.Reading;
import dev.perfagent.run.AlertType;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.threshold.AlertPolicies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How problems are reported together, and what still applies besides them. */
class ProblemsTest {
    private final Path folder;

    ProblemsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void allOfAllFilesAreToldAtOnceInTheFilesOrder() throws IOException {
        Reading reading = new ConfigFolder(folder)
                .with(ConfigFolder.ALERTS, "alerts:\n  phase_overun: {}\n")
                .with(
                        ConfigFolder.BENCHMARKS,
                        "benchmarks:\n  commands:\n    b: { target_ms: 2s }\n    a: { target_ms: x, baseline: 1 }\n")
                .with(ConfigFolder.INSTRUMENTATION, "observe: { http: 1 }\nfoo: 1\napplication: { name: }\n")
                .read();
        assertThat(reading.problems())
                .containsExactly(
                        "instrumentation.yml:1:18: http: expected true or false, got number 1; did you mean true?",
                        "instrumentation.yml:2:1: unknown key 'foo'; expected one of application, commands, phases,"
                                + " api_clients, caches, context, github, observe, journal",
                        "instrumentation.yml:3:21: name: expected text, got nothing",
                        "benchmarks.yml:3:21: target_ms: expected a number of milliseconds, got text '2s';"
                                + " write 2000; the unit is in the key's name",
                        "benchmarks.yml:4:21: target_ms: expected a number of milliseconds, got text 'x'",
                        "benchmarks.yml:4:24: unknown key 'baseline'; did you mean 'baseline_ms'?",
                        "alerts.yml:2:3: unknown alert type 'phase_overun'; did you mean 'phase_overrun'?");
    }

    @Test
    void theFileIsNamedAsItWasGiven() throws IOException {
        new ConfigFolder(folder).with(ConfigFolder.ALERTS, "x: 1");
        List<String> problems = new ArrayList<>();
        Compiled.of(new ConfigReader().read(folder.toFile(), problems));
        assertThat(problems)
                .containsExactly(folder
                        + "/alerts.yml:1:1: unknown key 'x'; expected one of alerts, fail_on, exit_code, command");
    }

    @Test
    void ofManyTheFirstTwentyAreTold() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            text.append("key").append(i).append(": 1\n");
        }
        Reading reading = new ConfigFolder(folder)
                .with(ConfigFolder.ALERTS, text.toString())
                .read();
        assertThat(reading.problems()).hasSize(ConfigReader.MAX_REPORTED + 1).endsWith("... and 30 more");
    }

    @Test
    void whatAnAliasRepeatsIsToldOnce() throws IOException {
        Reading reading = new ConfigFolder(folder)
                .with(
                        ConfigFolder.BENCHMARKS,
                        "benchmarks: { commands: { a: &x { target_ms: fast }, b: *x, c: { <<: *x, target_ms: 5 } } }")
                .read();
        assertThat(reading.problems())
                .containsExactly("benchmarks.yml:1:46: target_ms: expected a number of milliseconds, got text 'fast'");
        assertThat(reading.settings().benchmarks().commands()).containsOnlyKeys("c");
    }

    @Test
    void aDuplicateKeyTakesItsSectionAway() throws IOException {
        Reading reading = new ConfigFolder(folder)
                .with(
                        ConfigFolder.BENCHMARKS,
                        "benchmarks:\n"
                                + "  commands:\n"
                                + "    a:\n"
                                + "      target_ms: 1\n"
                                + "      target_ms: 2\n"
                                + "    b: { target_ms: 1 }\n")
                .read();
        assertThat(reading.problems())
                .containsExactly("benchmarks.yml:5:7: duplicate key 'target_ms'; it is already in line 4");
        assertThat(reading.settings().benchmarks().commands()).containsOnlyKeys("b");
    }

    @Test
    void inInstrumentationASectionOrASingleRuleHasItsDefault() throws IOException {
        Reading reading =
                new ConfigFolder(folder).with(ConfigFolder.INSTRUMENTATION, """
                    application: { name: ghpm, version: [] }
                    phases:
                      - { phase: a, class: b.C }
                      - { phase: b, class: b.C, min_ms: x }
                      - { phase: c, class: b.C, metod: m }
                      - { phase: d, class: b.C }
                    github: { hosts: [good.example.com, "bad/"] }
                    observe: { http: false, caches: 7 }
                    journal: { enabled: false, retention_days: 7 }
                    """).read();
        assertThat(reading.problems()).hasSize(5);
        assertThat(reading.settings().application()).isNull();
        assertThat(reading.settings().rules()).extracting(Rule::name).containsExactly("a", "d");
        assertThat(reading.settings().gitHubHosts()).isEmpty();
        assertThat(reading.settings().observe()).isEqualTo(ObservedKinds.ALL);
        assertThat(reading.settings().journal()).isEqualTo(new JournalSettings(false, 7));
    }

    @Test
    void inBenchmarksASingleCommandOrScenarioIsLeftOut() throws IOException {
        Reading reading =
                new ConfigFolder(folder).with(ConfigFolder.BENCHMARKS, """
                    benchmarks:
                      baseline: { date: 2024-12-01, version: 2 }
                      commands:
                        a: { target_ms: 1 }
                        b: { target_ms: 1, phases: { c: { target_ms: x } } }
                      scenarios:
                        one: { when: { n: 1 }, expected_performance: good }
                        two: { when: { n: 1 } }
                    """).read();
        assertThat(reading.problems()).hasSize(3);
        assertThat(reading.settings().benchmarks().baselineDate()).isNull();
        assertThat(reading.settings().benchmarks().commands()).containsOnlyKeys("a");
        assertThat(reading.settings().benchmarks().scenarios()).hasSize(1);
    }

    @Test
    void inAlertsASingleTypeHasItsDefault() throws IOException {
        Reading reading = new ConfigFolder(folder)
                .with(
                        ConfigFolder.ALERTS,
                        "alerts:\n"
                                + "  phase_overrun: { enabled: false, x: 1 }\n"
                                + "  cache_hit_rate_low: { enabled: false }\n")
                .read();
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.settings().alerts().of(AlertType.PHASE_OVERRUN))
                .isEqualTo(AlertPolicies.standard(AlertType.PHASE_OVERRUN));
        assertThat(reading.settings().alerts().of(AlertType.CACHE_HIT_RATE_LOW).enabled())
                .isFalse();
    }

    @Test
    void whatAFileSaysCannotSteerTheTerminal() throws IOException {
        Reading reading = new ConfigFolder(folder)
                .with(ConfigFolder.ALERTS, "\"a\\e[31m\\nb\\u202Ec" + "x".repeat(100) + "\": 1")
                .read();
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.problems().get(0))
                .startsWith("alerts.yml:1:1: unknown key 'a [31m b cxxx")
                .contains("x...'");
    }
}
