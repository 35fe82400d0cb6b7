package dev.perfagent.cli.command;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every command against everything that may be wrong with a home or a name. The commands come from picocli's model: a new one
 * fails here until it is added to the table.
 */
class EveryCommandTest {
    /** A usual line of each command that does something. */
    private static final Map<String, String> LINES = new TreeMap<>(Map.ofEntries(
            entry("alerts", "alerts"),
            entry("analyze", "analyze"),
            entry("attach", "attach 1 --duration 1s"),
            entry("baseline delete", "baseline delete relaese"),
            entry("baseline list", "baseline list"),
            entry("baseline save", "baseline save new"),
            entry("baseline write", "baseline write relaese benchmarks.yml --dry-run"),
            entry("benchmark", "benchmark --iterations 1 -- true"),
            entry("check", "check"),
            entry("compare", "compare --baseline 30d --current 7d"),
            entry("completion", "completion bash"),
            entry("dashboard", "dashboard --format json"),
            entry("explain", "explain"),
            entry("export", "export --format ndjson"),
            entry("init", "init --dry-run -- java Tool"),
            entry("monitor collect", "monitor collect"),
            entry("monitor report", "monitor report"),
            entry("monitor start", "monitor start --duration 1s"),
            entry("monitor status", "monitor status"),
            entry("monitor stop", "monitor stop"),
            entry("optimize", "optimize"),
            entry("plan clear", "plan clear tool"),
            entry("plan list", "plan list"),
            entry("plan show", "plan show tool"),
            entry("prepare", "prepare -- java Tool"),
            entry("profile", "profile -- java Tool"),
            entry("prune", "prune --dry-run"),
            entry("report", "report"),
            entry("runs", "runs"),
            entry("runs show", "runs show last"),
            entry("system benchmark", "system benchmark"),
            entry("system compare", "system compare")));

    /** Those whose answer is about runs. */
    private static final List<String> READERS = List.of(
            "analyze",
            "baseline save",
            "check",
            "compare",
            "dashboard",
            "export",
            "optimize",
            "report",
            "runs",
            "runs show");

    /** Those that show what there is: nothing is an answer, too. */
    private static final List<String> LISTS = List.of("alerts", "baseline list", "plan list", "prune");

    /** Those that need no home. */
    private static final List<String> WITHOUT_HOME = List.of("completion", "init");

    /** Those that make a home that is not there. */
    private static final List<String> MAKERS =
            List.of("attach", "monitor collect", "monitor start", "prepare", "profile", "system benchmark");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void theTableHasThemAll() {
        List<String> found = new ArrayList<>();
        for (CommandLine command : AllCommands.list()) {
            String name = AllCommands.name(command);
            if (command.getSubcommands().isEmpty() || name.equals("runs")) {
                found.add(name);
            } else {
                ToolRun run = ToolRun.of(folder, words(name));
                assertPlain(name, run);
                assertThat(run.code()).isEqualTo(2);
                assertThat(run.err()).startsWith("perf-agent: a command is missing; there are ");
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(LINES.keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        file     | is not a folder; correct --home or PERF_AGENT_HOME
        dangling | is a link that leads nowhere; correct --home or PERF_AGENT_HOME
        circle   | cannot be read: too many levels of symbolic links
        none     | does not exist; correct --home, or leave it out for '
        """)
    void aHomeThatCannotBeOneIsReported(String home, String message) throws IOException {
        Files.createFile(folder.resolve("file"));
        Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
        Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));

        LINES.forEach((command, line) -> {
            boolean mayBeNew = home.equals("none") && MAKERS.contains(command);
            if (!WITHOUT_HOME.contains(command) && !mayBeNew) {
                ToolRun run = at(folder.resolve(home), line);
                assertThat(run.code()).as(line).isEqualTo(3);
                assertThat(run.err()).as(line).contains("the home '" + folder.resolve(home) + "' " + message);
                assertThat(run.err().lines()).as(line).hasSize(1);
            }
        });
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        empty        | 2 | No runs in
        broken lines | 2 | perf-agent: no line in
        no file      | 3 | date=2026-11-20/h.ndjson: it is not a regular file
        no folder    | 3 | history: it is not a folder
        future       | 2 | dated in the future
        """)
    void whatNoRunCanBeReadFromIsReported(String state, int code, String message) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path day = home.resolve("history/date=2026-11-20");
        switch (state) {
            case "broken lines" ->
                SampleHome.append(day.resolve("h.ndjson"), "no JSON\n{\"schema\":1,\"execu\n\n{}\n[1]\n");
            case "no file" -> Files.createDirectories(day.resolve("h.ndjson"));
            case "no folder" -> Files.createFile(home.resolve("history"));
            case "future" ->
                new SampleHome(home)
                        .add(SampleRun.plain("0f", "2027-11-20T09:00:00Z").command("build"));
            default -> assertThat(home).isEmptyDirectory();
        }

        for (String command : READERS) {
            if (state.equals("future") && List.of("export", "runs show").contains(command)) {
                continue; // they are about such runs, too
            }
            ToolRun run = at(home, line(command));
            assertThat(run.code()).as(command).isEqualTo(code);
            assertThat(run.err()).as(command).contains(message);
        }
        for (String command : LISTS) {
            boolean needsHistory = command.equals("prune") && state.equals("no folder");
            assertThat(at(home, line(command)).code()).as(command).isEqualTo(needsHistory ? 3 : 0);
        }
        for (String command : List.of("baseline delete", "baseline write", "explain", "plan clear", "plan show")) {
            assertThat(at(home, line(command)).code()).as(command).isEqualTo(2);
        }
        assertThat(at(home, line("prepare")).code()).isEqualTo(3);
        assertThat(at(home, "alerts --history").code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        plans      | plan list, plan show, plan clear, prepare
        baselines  | baseline list, baseline save, baseline write, baseline delete
        matches    | explain
        running    | prune
        alerts.log | alerts
        """)
    void apartOfTheHomeThatIsSomethingElseIsReportedByWhatNeedsIt(String part, String commands) throws IOException {
        Path home = folder.resolve("home");
        new SampleHome(home).add(SampleRun.plain("0a", "2026-11-20T09:00:00Z").command("build"));
        Path wrong = home.resolve(part);
        if (part.endsWith(".log")) {
            Files.createDirectory(wrong);
        } else {
            Files.createFile(wrong);
        }

        for (String command : List.of(commands.split(", ", -1))) {
            ToolRun run = at(home, line(command));
            assertThat(run.code()).as(command).isEqualTo(3);
            assertThat(run.err())
                    .as(command)
                    .contains(wrong.toString())
                    .containsPattern("is not a (folder|regular file)");
        }
        ToolRun runs = at(home, "runs");
        assertThat(runs.code()).isZero();
        assertThat(runs.err().lines().count()).isEqualTo(part.equals("running") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --application | gphm       | did you mean 'ghpm'?
        --command     | biuld      | did you mean 'build'?
        --version     | 2.0.1      | did you mean '2.0.0'?
        --label       | brnch=main | did you mean 'branch'?
        --timeframe   | 2026-11-01 | the newest run began at 2026-11-20 10:00
        --since       | 1m         | the newest run began at 2026-11-20 10:00
        --outcome     | killed     | no run has the outcome 'killed'
        """)
    void whatNoRunFitsIsReportedByAllThatHaveTheOption(String option, String value, String message) throws IOException {
        Path home = folder.resolve("home");
        new SampleHome(home)
                .add(SampleRun.plain("0a", "2026-11-20T09:00:00Z")
                        .command("build")
                        .label("branch", "main"));
        assertThat(at(home, "baseline save release").code()).isZero();
        for (CommandLine command : AllCommands.list()) {
            String name = AllCommands.name(command);
            String line = LINES.get(name);
            boolean starts = name.equals("benchmark"); // its --command is a command line
            if (line == null || starts || command.getCommandSpec().findOption(option) == null) {
                continue;
            }
            ToolRun run =
                    at(home, line.replace("relaese", "release") + alertsOfRuns(name) + " " + option + " " + value);
            assertThat(run.code()).as(line).isEqualTo(2);
            assertThat(run.err()).as(line).contains(message);
        }
    }

    private static String alertsOfRuns(String name) {
        return name.equals("alerts") ? " --history" : "";
    }

    @Test
    void aNameThatIsNearlyRightIsSuggested() {
        for (CommandLine command : AllCommands.list()) {
            String name = AllCommands.name(command);
            String typed = name.replaceFirst("(.)(.)$", "$2$1");
            ToolRun run = ToolRun.of(folder, words(typed));
            assertPlain(typed, run);
            if (!name.isEmpty()) {
                assertThat(run.code()).as(typed).isEqualTo(2);
                assertThat(run.err()).contains("did you mean '" + command.getCommandName() + "'?");
            }
            for (OptionSpec option : command.getCommandSpec().options()) {
                String wrong = option.longestName() + "x";
                ToolRun ofOption = ToolRun.of(
                        folder,
                        words(with(LINES.getOrDefault(name, name), wrong).strip()));
                assertPlain(wrong, ofOption);
                assertThat(ofOption.code()).as(name + " " + wrong).isEqualTo(2);
                assertThat(ofOption.err()).contains("has no option '" + wrong + "'; did you mean '--");
            }
        }
    }

    private static ToolRun at(Path home, String line) {
        ToolRun run = ToolRun.starting(
                Map.of("PERF_AGENT_HOME", home.resolve("elsewhere").toString()),
                Path.of("perf-agent.jar"),
                (command, aside) -> {
                    throw new IOException("nothing can be started here");
                },
                words(with(line, "--home=" + home)));
        assertPlain(line, run);
        return run;
    }

    private static String with(String line, String option) {
        int dashes = line.indexOf(" -- ");
        return dashes < 0 ? line + " " + option : line.substring(0, dashes) + " " + option + line.substring(dashes);
    }

    /** An exit code that is documented, a reason when it is not 0, and nothing that only who knows Java understands. */
    private static void assertPlain(String line, ToolRun run) {
        assertThat(run.code()).as(line).isBetween(0, 3);
        if (run.code() != 0) {
            assertThat(run.err()).as(line).isNotBlank();
        }
        assertThat(run.out() + run.err())
                .as(line)
                .doesNotContain(
                        "Exception", "\tat ", "java.lang", "java.nio", "java.io", "null", "fault of perf-agent");
    }

    private static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ");
    }

    private static String line(String command) {
        return Objects.requireNonNull(LINES.get(command), command);
    }
}
