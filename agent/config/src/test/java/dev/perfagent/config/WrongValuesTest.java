package dev.perfagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.config.ConfigFolder.Reading;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact messages about wrong values; {@code ;} in a text stands for the end of a line. */
class WrongValuesTest {
    private final Path folder;

    WrongValuesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        nonsense: 1                                  | \
            1:1: unknown key 'nonsense'; expected one of application, commands, phases, api_clients, caches, context, github, \
        observe, journal
        fases: []                                    | 1:1: unknown key 'fases'; did you mean 'phases'?
        hello                                        | 1:1: instrumentation.yml: expected a map, got text 'hello'
        application: { nmae: ghpm }                  | 1:16: unknown key 'nmae'; did you mean 'name'?
        application: { name: "" }                    | 1:22: name: expected text, got empty text
        application: { name: [a] }                   | 1:22: name: expected text, got a list
        application: { name: !!str ghpm }            | 1:22: tags are not used here; leave '!tag:yaml.org,2002:str' out
        application: { name: *nobody }               | \
            1:22: alias '*nobody' has no anchor before it; only maps and lists can have one here
        phases: { phase: a, class: b.C }             | 1:9: phases: expected a list of rules, each with '- ' before it, got a map
        phases: [{ phase: a }]                       | 1:10: missing 'class', 'annotated' or 'implements'
        phases: [{ class: b.C }]                     | 1:10: missing 'phase'
        phases: [fetching]                           | 1:10: phases: expected a map, got text 'fetching'
        phases: [{ phase: a, class: b/C }]           | 1:29: class: 'b/C' is a path; did you mean 'b.C'?
        phases: [{ phase: a, class: b.C.java }]      | 1:29: class: 'b.C.java' is a file; did you mean 'b.C'?
        phases: [{ phase: a, class: "b.C#run" }]     | 1:29: class: 'b.C#run' names a method too; that has its own key, 'method'
        phases: [{ phase: a, class: b..C }]          | 1:29: class: 'b..C' is not a class name or pattern
        phases: [{ phase: a, class: "*" }]           | 1:29: class: '*' is every class there is; name a package at least
        phases: [{ phase: a, annotated: "b.*" }]     | \
            1:33: annotated: 'b.*' must be one class; '*' is for 'class', 'method' and \
        'exclude'
        phases: [{ phase: a, implements: 1b }]       | 1:34: implements: '1b' is not a class name
        phases: [{ phase: a, class: b.C, method: [run, "run(a b)"] }] | 1:48: method: 'a b' is not the type of a parameter
        phases: [{ phase: a, class: b.C, method: "run(List<String>)" }] | \
            1:42: method: 'List<String>' is not the type of a parameter; leave out what is between '<' and '>'
        phases: [{ phase: a, class: b.C, method: "run(int" }]     | \
            1:42: method: 'run(int' has no ')' at its end; put quotes around a method with parameters
        phases: [{ phase: a, class: b.C, method: <clinit> }]      | \
            1:42: method: '<clinit>' is not a method; constructors are '<init>'
        phases: [{ phase: a, class: b.C, exclude: { class: d/E } }] | 1:52: class: 'd/E' is a path; did you mean 'd.E'?
        phases: [{ phase: a, class: b.C, exclude: { method: [get, a.b] } }] | \
            1:59: method: 'a.b' is not a method name or pattern
        phases: [{ phase: a, class: b.C, exclude: {} }]           | 1:43: missing 'class' or 'method'
        phases: [{ phase: a, class: b.C, exclude: d.E }]          | 1:43: exclude: expected a map, got text 'd.E'
        phases: [{ phase: a, class: b.C, method: b.C.run }]       | 1:42: method: 'b.C.run' is not a method name or pattern
        phases: [{ phase: a, class: b.C, min_ms: -1 }]            | \
            1:42: min_ms: expected a number of milliseconds from 0 to 1000000000, got -1
        commands: [{ name: a, class: b.C }]          | 1:12: missing 'method'
        caches: [{ cache: a, class: b.C }]           | 1:10: missing 'method'
        caches: [{ cache: a, class: b.C, method: m, is: lookup }] | \
            1:49: is: 'lookup' is not understood; write look_up, load or creation; did you mean 'look_up'?
        caches: [{ cache: argument.x, class: b.C, method: m }] | \
            1:19: cache: 'argument.x' is not understood; write a name, or where it is: argument.N (N from 0 to 9) or field.NAME
        context: [{ name: a, class: b.C, method: m }]                      | 1:11: missing 'value'
        context: [{ name: a, class: b.C, method: m, value: return.length }] | \
            1:52: value: 'return.length' is not understood; write return, argument.N (N from 0 to 9) or field.NAME, or one of \
        them with .size; did you mean 'return'?
        github: { hosts: ["https://git.example.com/api/v3"] } | \
            1:19: hosts: 'https://git.example.com/api/v3' is not a host name; did you mean 'git.example.com'?
        observe: { http: yes }                       | 1:18: http: expected true or false, got text 'yes'; did you mean true?
        journal: { retention_days: 30d }             | \
            1:28: retention_days: expected a whole number of days, got text '30d'; write 30; the unit is in the key's name
        journal: { retention_days: 0 }               | 1:28: retention_days: expected a whole number of days from 1 to 3650, got 0
        journal: { retention_days: 1.5 }             | 1:28: retention_days: expected a whole number of days, got 1.5
        """)
    void inInstrumentation(String text, String message) throws IOException {
        assertTold(ConfigFolder.INSTRUMENTATION, text, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        baseline_ms: fast           | expected a number of milliseconds, got text 'fast'
        baseline_ms: 1800ms         | \
            expected a number of milliseconds, got text '1800ms'; write 1800; the unit is in the key's name
        baseline_ms: 2s             | expected a number of milliseconds, got text '2s'; write 2000; the unit is in the key's name
        baseline_ms: 1.5 min        | \
            expected a number of milliseconds, got text '1.5 min'; write 90000; the unit is in the key's name
        baseline_ms: 2 parsecs      | expected a number of milliseconds, got text '2 parsecs'
        baseline_ms: "1800"         | expected a number of milliseconds, got text '1800'; did you mean 1800?
        baseline_ms: 1_800          | expected a number of milliseconds, got text '1_800'; did you mean 1800?
        baseline_ms: "1,800"        | expected a number of milliseconds, got text '1,800'; did you mean 1800?
        baseline_ms: -5             | expected a number of milliseconds from 0.001 to 1000000000, got -5
        baseline_ms: 1e400          | expected a number of milliseconds from 0.001 to 1000000000, got 1e400
        baseline_ms: .inf           | expected a number of milliseconds, got number .inf
        baseline_ms: true           | expected a number of milliseconds, got true
        baseline_ms: [1]            | expected a number of milliseconds, got a list
        baseline_ms: { a: 1 }       | expected a number of milliseconds, got a map
        baseline_ms:                | expected a number of milliseconds, got nothing
        max_heap_delta_mb: 1GB      | expected a number of megabytes, got text '1GB'; write 1024; the unit is in the key's name
        max_api_requests: 2.5       | expected a whole number of requests, got 2.5
        max_api_requests: -1        | expected a whole number of requests from 0 to 1000000000, got -1
        min_cache_hit_rate: 70      | expected a ratio from 0 to 1, got 70; did you mean 0.70?
        min_cache_hit_rate: 70%     | expected a ratio, got text '70%'; write 0.7; it is a ratio from 0 to 1
        min_cache_hit_rate: "0,7"   | expected a ratio, got text '0,7'; did you mean 0.7?
        min_cache_hit_rate: 700     | expected a ratio from 0 to 1, got 700
        run: java -jar a.jar        | expected a list, got text 'java -jar a.jar'
        """)
    void inACommand(String entry, String message) throws IOException {
        String key = entry.substring(0, entry.indexOf(':'));
        int column = key.length() + (entry.endsWith(":") ? 2 : 3) + 6;
        assertTold(
                ConfigFolder.BENCHMARKS,
                "benchmarks:;  commands:;    a:;      " + entry + ";",
                "4:" + column + ": " + key + ": " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        commands: {}                                                      | 1:1: unknown key 'commands'; expected 'benchmarks'
        benchmarks: { comands: {} }                                       | 1:15: unknown key 'comands'; did you mean 'commands'?
        benchmarks: { commands: { a: { max_heap: 1 } } }                  | \
            1:32: unknown key 'max_heap'; did you mean 'max_heap_delta_mb'?
        benchmarks: { commands: { a: { target_ms: 5, max_acceptable_ms: 4 } } } | \
            1:43: target_ms: 5 is over max_acceptable_ms, which is 4
        benchmarks: { commands: { "": { target_ms: 5 } } }                | 1:27: commands: a name is empty
        benchmarks: { commands: { a: { phases: { b: {} } } } }            | 1:45: missing 'target_ms'
        benchmarks: { commands: { a: { phases: { b: 5 } } } }             | 1:45: b: expected a map, got number 5
        benchmarks: { commands: [a] }                                     | 1:25: commands: expected a map, got a list
        benchmarks: { scenarios: { a: { expected_performance: good } } }  | 1:31: missing 'when'
        benchmarks: { scenarios: { a: { when: { b: 1 } } } }              | 1:31: missing 'expected_performance'
        benchmarks: { scenarios: { a: { when: { b: large }, expected_performance: good } } } | \
            1:44: b: expected a number, got text 'large'
        benchmarks: { scenarios: { a: { when: { b: 1 }, expected_performance: god } } }      | \
            1:71: expected_performance: unknown rating 'god'; did you mean 'good'?
        benchmarks: { scenarios: { a: { when: { b: 1 }, expected_performance: superb } } }   | \
            1:71: expected_performance: unknown rating 'superb'; expected one of excellent, good, acceptable, poor
        """)
    void inBenchmarks(String text, String message) throws IOException {
        assertTold(ConfigFolder.BENCHMARKS, text, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        memory_usage_hihg: {}                                     | \
            11: unknown alert type 'memory_usage_hihg'; did you mean 'memory_usage_high'?
        network_slow: {}                                          | \
            11: unknown alert type 'network_slow'; expected one of performance_degradation, phase_overrun, memory_usage_high, \
        gc_pressure, api_requests_high, api_rate_limit_warning, cache_hit_rate_low, processes_high, error_rate, \
        memory_available_low, disk_space_low, cpu_usage_high
        disk_space_low: { threshold_gb: 500MB }                   | \
            43: threshold_gb: expected a number of gigabytes, got text '500MB'; write 0.488; the unit is in the key's name
        disk_space_low: { threshold_mb: 500 }                     | 29: unknown key 'threshold_mb'; did you mean 'threshold_gb'?
        error_rate: { threshold_percentage: 120 }                 | \
            47: threshold_percentage: expected a percentage from 1 to 100, got 120
        gc_pressure: { severity: severe }                         | \
            36: severity: unknown severity 'severe'; expected one of warning, critical
        gc_pressure: { severity: critcal }                        | \
            36: severity: unknown severity 'critcal'; did you mean 'critical'?
        gc_pressure: { severity: resolved }                       | \
            36: severity: unknown severity 'resolved'; expected one of warning, critical
        phase_overrun: { cool_down_minutes: 2h }                  | \
            47: cool_down_minutes: expected a number of minutes, got text '2h'; write 120; the unit is in the key's name
        phase_overrun: { cool_down_minutes: -1 }                  | \
            47: cool_down_minutes: expected a number of minutes from 0 to 527040, got -1
        phase_overrun: { cool_down: 2 }                           | 28: unknown key 'cool_down'; did you mean 'cool_down_minutes'?
        phase_overrun: { repeat_critical: yes }                   | \
            45: repeat_critical: expected true or false, got text 'yes'; did you mean true?
        processes_high: { consecutive_violations: 1.5 }           | \
            53: consecutive_violations: expected a whole number of runs, got 1.5
        phase_overrun: { notification_channels: [consle] }        | 52: unknown channel 'consle'; did you mean 'console'?
        phase_overrun: { notification_channels: email }           | \
            51: unknown channel 'email'; expected one of console, log, github, command
        phase_overrun: { threshold_percentage: 1.5s }             | \
            50: threshold_percentage: expected a percentage, got text '1.5s'
        phase_overrun: { threshold_percentage: 150% }             | \
            50: threshold_percentage: expected a percentage, got text '150%'; write 150; the unit is in the key's name
        cache_hit_rate_low: { threshold_percentage: 0.7 }         | \
            55: threshold_percentage: expected a percentage from 1 to 100, got 0.7; did you mean 70?
        cache_hit_rate_low: { threshold_percentage: 101 }         | \
            55: threshold_percentage: expected a percentage from 1 to 100, got 101
        memory_usage_high: { threshold_mb: 100 MB }               | \
            46: threshold_mb: expected a number of megabytes, got text '100 MB'; write 100; the unit is in the key's name
        memory_usage_high: { threshold: 100 }                     | 32: unknown key 'threshold'; did you mean 'threshold_mb'?
        performance_degradation: { consecutive_violations: 0 }    | \
            62: consecutive_violations: expected a whole number of runs from 1 to 1000, got 0
        performance_degradation: { enabled: "no" }                | \
            47: enabled: expected true or false, got text 'no'; did you mean false?
        performance_degradation: on                               | 36: performance_degradation: expected a map, got text 'on'
        """)
    void inAlerts(String entry, String message) throws IOException {
        assertTold(ConfigFolder.ALERTS, "alerts: { " + entry + " }", "1:" + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        fail_on: criticl            | 10: fail_on: unknown severity 'criticl'; did you mean 'critical'?
        fail_on: {}                 | 10: fail_on: expected text, got a map
        failon: never               | 1: unknown key 'failon'; did you mean 'fail_on'?
        exit_code: 0                | 12: exit_code: expected a whole number from 1 to 255, got 0
        exit_code: 256              | 12: exit_code: expected a whole number from 1 to 255, got 256
        command: /bin/notify --now  | 10: command: expected a list, got text '/bin/notify --now'
        """)
    void besideTheAlerts(String text, String message) throws IOException {
        assertTold(ConfigFolder.ALERTS, text, "1:" + message);
    }

    private void assertTold(String file, String text, String message) throws IOException {
        Reading reading =
                new ConfigFolder(folder).with(file, text.replace(';', '\n')).read();
        assertThat(reading.problems()).containsExactly(file + ":" + message);
    }
}
