package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.output.WriteFailure;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRunnerTest {
    private static final List<String> COMMANDS = List.of(
            "runs",
            "runs show",
            "report",
            "analyze",
            "check",
            "alerts",
            "export",
            "prune",
            "completion",
            "explain",
            "optimize",
            "compare",
            "baseline",
            "baseline save",
            "baseline list",
            "baseline write",
            "baseline delete",
            "prepare",
            "attach",
            "plan",
            "plan list",
            "plan show",
            "plan clear",
            "monitor",
            "monitor start",
            "monitor status",
            "monitor stop",
            "monitor collect",
            "monitor report",
            "system",
            "system benchmark",
            "system compare");

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void everyCommandHelpsWithAnExample(String command, @TempDir Path home) {
        ToolRun run = ToolRun.of(home, (command + " --help").split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\n\nUsage: perf-agent")
                .contains("\n  java -jar perf-agent.jar ")
                .contains("--format");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= Screen.WIDTH);
        assertThat(run.out()).doesNotContain("\n\n\n");
    }

    /** What is copied from there has to work. */
    @Test
    void noExampleIsBroken(@TempDir Path home) {
        for (String command : COMMANDS) {
            String help =
                    ToolRun.of(home, (command + " --help").strip().split(" ")).out();
            List<String> examples = help.substring(help.lastIndexOf("\nExample"))
                    .lines()
                    .skip(2)
                    .toList();
            assertThat(examples).as(command).isNotEmpty().allMatch(line -> line.startsWith("  "));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        runs --since 2026-11-20        | new
        runs --timeframe 2026-11-19    | old
        report --since 2026-11-20      | new
        report --timeframe 2026-11-19  | old
        optimize --since 2026-11-20    | new
        export --format ndjson --since 2026-11-20 | new
        check --timeframe 2026-11-19   | old
        """)
    void theTimeIsToldInEitherWay(String line, String found, @TempDir Path home) throws IOException {
        for (int i = 0; i < 4; i++) {
            new SampleHome(home)
                    .add(SampleRun.plain("n" + i, "2026-11-20T09:00:00Z").command("new"));
            new SampleHome(home)
                    .add(SampleRun.plain("o" + i, "2026-11-19T09:00:00Z").command("old"));
        }

        ToolRun run = ToolRun.of(home, line.split(" "));

        String both = run.out() + run.err();
        if (line.startsWith("optimize")) {
            assertThat(both).contains("in 4 runs");
        } else {
            assertThat(both).contains(found).doesNotContain(found.equals("new") ? "old" : "new");
        }
    }

    @Test
    void aHomeThatIsNoFolderIsTold(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        ToolRun run = ToolRun.of(file, "runs");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("perf-agent: the home '" + file + "' is not a folder; correct --home or PERF_AGENT_HOME\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
        runs           ~ text|json|markdown ~ text (for people; the default), json (for programs)
        runs show      ~ text|json|markdown ~ text (for people; the default), json (for programs)
        analyze        ~ text|json|markdown ~ markdown (for a comment or job summary)
        report         ~ text|json|csv|markdown ~ csv (for spreadsheets), markdown (for a comment or job summary)
        check          ~ text|json|markdown|junit|github ~ junit (for build servers, as test results), github (annotations
        export         ~ FORM ~ ndjson (one
        baseline write ~ text ~ text (for people; the default)
        baseline       ~ FORM ~ Output format; each command's --help lists its formats
        """)
    void helpListsTheFormatsThereAre(String command, String formats, String meaning, @TempDir Path home) {
        String help = ToolRun.of(home, (command + " --help").split(" ")).out();

        assertThat(help.replaceAll("\\s", "")).contains("--format=" + formats + "Outputformat");
        assertThat(help.replaceAll("\\s+", " ")).contains(meaning);
    }

    /** What one command calls {@code --since}, no other calls something else. */
    @Test
    void anOptionMeansTheSameEverywhere(@TempDir Path home) {
        Map<String, Set<String>> meanings = new TreeMap<>();
        for (String command :
                List.of("runs", "report", "analyze", "check", "alerts", "export", "optimize", "compare")) {
            String help = ToolRun.of(home, command, "--help").out();
            Matcher option = Pattern.compile("(?m)^ {2,6}(?:-h, )?(--[a-z-]+)((?:=|  ).*(?:\n {20,}.*)*)$")
                    .matcher(help);
            while (option.find()) {
                if (command.equals("alerts") && option.group(1).equals("--history")) {
                    continue; // a switch there: which of the two kinds of alerts to list
                }
                meanings.computeIfAbsent(option.group(1), name -> new TreeSet<>())
                        .add(option.group(2).replaceAll("\\s+", " "));
            }
        }
        meanings.keySet().removeAll(Set.of("--format", "--limit"));

        assertThat(meanings)
                .containsKeys("--command", "--application", "--since", "--timeframe", "--history", "--fail-on");
        assertThat(meanings)
                .allSatisfy((name, texts) -> assertThat(texts).as(name).hasSize(1));
    }

    @Test
    void theRootTellsHowToBegin(@TempDir Path home) {
        assertThat(ToolRun.of(home, "-h").out())
                .contains("\nUsage: perf-agent [-h]")
                .contains("\n  java -jar perf-agent.jar runs\n");
    }

    @Test
    void theVersionIsTold(@TempDir Path home) {
        assertThat(ToolRun.of(home, "--version").out()).isEqualTo("perf-agent 1.2.3\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        runz                   | there is no command 'runz'; did you mean 'runs'?
        runs --limit 0         | '0' is not a number of 1 or more
        runs --limit many      | 'many' is not a number of 1 or more
        runs --since yesterday | 'yesterday' is not a time; give 30m,
        runs --outcome fine    | 'fine' is none of success, error, killed
        runs --format xml      | 'xml' is none of text, json
        runs --format csv      | 'csv' is none of text, json
        analyze --format csv   | 'csv' is none of text, json, markdown
        check --format csv     | 'csv' is none of text, json, markdown, junit, github
        --format xml runs      | 'xml' is none of text, json, csv, markdown, junit, github, ndjson
        --format csv runs      | 'csv' is not a format of this command; 'runs' has text, json
        runs --format csv show last | 'csv' is none of text, json
        completion bash --format json | 'json' is none of text
        export                 | --format is missing; 'export' has json, csv, ndjson
        export --format text   | 'text' is none of json, csv, ndjson
        compare --fail-on x    | 'x' is none of warning, critical
        check --fail-on resolved | 'resolved' is none of warning, critical
        export --outcome fine  | 'fine' is none of success, error, killed
        alerts --since x       | 'x' is not a time; give 30m,
        report --since 7d --timeframe day | --timeframe=TIME, --since=TIME are mutually exclusive
        check a --timeframe day | give a run, or --since or --timeframe, not both
        check last --since 7d  | give a run, or --since or --timeframe, not both
        check a --command b    | --command and --application choose among runs; 'a' is one already
        check a --application b | --command and --application choose among runs; 'a' is one already
        check --limit 5        | --limit is for --since or --timeframe; without them one run is judged
        check last --limit 5   | --limit is for --since or --timeframe; without them one run is judged
        analyze --focus api --format json | --focus is for text and markdown; JSON has all parts
        runs --home . --history . | --history is read instead of --home; give one of them
        report --history . --home . | --history is read instead of --home; give one of them
        check --history . --home . | --history is read instead of --home; give one of them
        export --format json --history . --home . | --history is read instead of --home; give one of them
        compare --baseline file:pom.xml --current file:pom.xml --history . | all these runs are in files; --history
        compare --baseline file:pom.xml --current file:pom.xml --strict | all these runs are in files; --history
        baseline save a --runs file:pom.xml --strict | all these runs are in files; --history and --strict would change
        report --history a b   | 'b' is one argument too many for 'report'; each folder needs its own --history
        rnus                   | there is no command 'rnus'; did you mean 'runs'?
        runs shwo x            | there is no command 'shwo'; did you mean 'show'?
        baseline delte x       | there is no command 'delte'; did you mean 'delete'?
        plan x                 | there is no command 'x'; there are list, show, clear
        runs --sinc 7d         | 'runs' has no option '--sinc'; did you mean '--since'?
        runs --timeframe 2026-03-29T02:45..2026-03-29T03:15 | '2026-03-29T02:45' does not exist in Europe/Paris: clocks go
        compare --baseline 2026-03-29T02:45.. --current 1d | '2026-03-29T02:45' does not exist in Europe/Paris: clocks go
        report --since 2026-10-25T02:30 | '2026-10-25T02:30' is twice in Europe/Paris, because clocks are set back; give
        prune --keep-days 1 --keep-runs 1 | perf-agent: --keep-days=N, --keep-runs=N are mutually exclusive
        runs --strict show last | --strict was given before 'show'; give it after that
        runs --history . show last | --history was given before 'show'; give it after that
        completion fish        | 'fish' is none of bash, zsh
        check --since x        | 'x' is not a time; give 30m,
        analyze --focus all    | 'all' is none of slowest, memory, api,
        report --timeframe x   | 'x' is not a time; give day, week, month,
        runs show              | Missing required parameter: 'ID'
        alerts --type slow     | 'slow' is none of performance_degradation,
        alerts @file           | '@file' is one argument too many for 'alerts'
        explain a b            | 'b' is one argument too many for 'explain'
        prepare                | Missing required parameter: 'COMMAND'
        prepare -jar x.jar     | 'prepare' has no option '-jar'
        plan                   | a command is missing; there are list, show, clear
        plan show              | Missing required parameter: 'NAME'
        plan clear             | give names, --all or --older-than
        plan clear a --all     | give names, --all or --older-than
        plan clear --older-than x | 'x' is not a time; give 30m,
        """)
    void wrongUsageIsTold(String commandLine, String message, @TempDir Path home) {
        ToolRun run = ToolRun.of(home, commandLine.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("perf-agent: ").contains(message).contains("\nSee: perf-agent");
    }

    @Test
    void aMissingCommandNamesThem(@TempDir Path home) {
        ToolRun run = ToolRun.of(home);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("perf-agent: a command is missing; there are runs, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--home %s runs",
                "runs --home %s",
                "runs --home %s show a",
                "runs show a --home %s",
                "runs --format text --home %s show a"
            })
    void homeMayBeGivenAnywhere(String commandLine, @TempDir Path home, @TempDir Path other) throws IOException {
        new SampleHome(home).add(SampleRun.plain("a", "2026-11-20T09:00:00Z"));

        assertThat(ToolRun.of(other, commandLine.replace("%s", home.toString()).split(" "))
                        .out())
                .contains("ghpm batch");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure(@TempDir Path home) throws IOException {
        new SampleHome(home).add(SampleRun.plain("a", "2026-11-20T09:00:00Z"));

        for (String command : new String[] {"runs", "--help"}) {
            ToolRun run = ToolRun.to(new Failing("Broken pipe"), ToolRun.UNICODE, home, command);

            assertThat(run.code()).isZero();
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure(@TempDir Path home) throws IOException {
        new SampleHome(home).add(SampleRun.plain("a", "2026-11-20T09:00:00Z"));

        ToolRun run = ToolRun.to(new Failing("No space left on device"), ToolRun.UNICODE, home, "runs");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("perf-agent: cannot write the output: No space left on device\n");
    }

    /** A command that sends its output itself, before its files are complete. */
    @Test
    void aFailureToWriteIsReportedOnce() {
        Output output = new Output(new Failing("No space left on device"), StandardCharsets.UTF_8, ToolRun.UNICODE);
        output.line("half");

        assertThatThrownBy(output::flush).isInstanceOf(WriteFailure.class).hasMessage("No space left on device");
        assertThatCode(output::flush).doesNotThrowAnyException();
    }

    private static final class Failing extends OutputStream {
        private final String reason;

        Failing(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}
