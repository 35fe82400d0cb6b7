package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever names a history has, no line of any command is one that a build server obeys. */
class BuildCommandsInNamesTest {
    private static final List<String> HOSTILE = List.of(
            "::error::planted",
            " ::set-output name=x::planted",
            "\u200b::stop-commands::planted",
            "\ufeff::warning::planted",
            "##[error]planted",
            "##vso[task.setvariable variable=x]planted",
            "##teamcity[buildStop comment='planted']",
            "x".repeat(70) + " ::error::planted",
            "word ".repeat(13) + "::error::planted ::error::planted");

    private static final List<Screen> SCREENS =
            List.of(new Screen(false, true), new Screen(false, false, 60), new Screen(true, true));

    /** The first and the last seven runs, in Paris. */
    private static final String THEN = "2026-11-20T09:00..2026-11-20T09:17";

    private static final String NOW = "2026-11-20T09:17..2026-11-20T09:30";

    private static final Pattern OBEYED =
            Pattern.compile("(?m)^[\\s\\p{Cf}\\p{Cc}\\p{Z}]*::|##\\p{L}*\\[", Pattern.UNICODE_CHARACTER_CLASS);

    @Test
    void noLineOfAnyCommandIsObeyed(@TempDir Path folder) throws IOException {
        for (int i = 0; i < HOSTILE.size(); i++) {
            String name = HOSTILE.get(i);
            Path home = folder.resolve("home" + i);
            fill(home, name);
            for (List<String> command : commands(name)) {
                assertNotObeyed(home, command, ExitCode.FINE, ExitCode.AGAINST);
            }
            for (List<String> command : misuses(home, name)) {
                assertNotObeyed(home, command, ExitCode.USAGE, ExitCode.IO);
            }
        }
    }

    private static void assertNotObeyed(Path home, List<String> command, Integer... codes) {
        boolean forPrograms = command.contains("--format") && !command.contains("text");
        for (Screen screen : SCREENS.subList(0, forPrograms ? 1 : SCREENS.size())) {
            ToolRun run = ToolRun.on(screen, home, command.toArray(String[]::new));

            for (String text : List.of(run.out(), run.err())) {
                assertThat(OBEYED.matcher(text).find())
                        .as("%s: %s", command, text)
                        .isFalse();
            }
            assertThat(run.code()).as("%s: %s", command, run.err()).isIn((Object[]) codes);
        }
    }

    private static void fill(Path home, String name) throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int run = 0; run < 14; run++) {
            String number = Integer.toString(10 + run);
            SampleRun one = SampleRun.full("id-" + number, "2026-11-20T08:" + number + ":00Z")
                    .application(name)
                    .command(name)
                    .took(1000 + run);
            String hostile = one.line()
                    .replace("\"data_fetching\"", quoted(name))
                    .replace("\"field-definitions\"", quoted(name))
                    .replace("\"subject\":\"batch\"", "\"subject\":" + quoted(name))
                    .replace("\"project_size\"", quoted(name))
                    .replace("\"large\"", quoted(name))
                    .replace("\"api.github.com\"", quoted(name))
                    .replace("\"git\"", quoted(name));
            sample.addLine("2026-11-20", "build-7", hostile);
        }
        sample.matches(
                "hostile",
                "{\"schema\":1,\"application\":NAME,\"timestamp\":\"2026-11-20T08:10:00Z\",\"config\":null,"
                                .replace("NAME", quoted(name))
                        + "\"problems\":[NAME],\"loaded_classes\":5,\"rules\":[{\"subject\":NAME,\"target\":NAME,\"calls\":0,"
                                .replace("NAME", quoted(name))
                        + "\"matched\":[],\"near\":[{\"class\":NAME,\"methods\":[]}],\"not_woven\":[]}],\"probes\":[]}"
                                .replace("NAME", quoted(name)));
        sample.alerts(
                "alerts.log",
                "2026-11-20T09:30:15.123Z warning phase_overrun id-10 " + name.trim() + ": " + name.trim() + "\n" + name
                        + "\n   " + name + "\n\n");
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static List<List<String>> commands(String name) {
        List<List<String>> commands = new ArrayList<>();
        for (String format : List.of("text", "json", "markdown")) {
            for (List<String> command : List.of(
                    List.of("runs"),
                    List.of("runs", "show", "last"),
                    List.of("report"),
                    List.of("analyze"),
                    List.of("optimize"),
                    List.of("alerts"),
                    List.of("alerts", "--history"),
                    List.of("check", "--since", "2026-11-01", "--limit", "3"),
                    List.of("check"),
                    List.of("compare", "--baseline", THEN, "--current", NOW),
                    List.of("explain", name),
                    List.of("baseline", "list"),
                    List.of("plan", "list"))) {
                List<String> all = new ArrayList<>(command);
                all.addAll(List.of("--format", format));
                commands.add(all);
            }
        }
        commands.add(List.of("check", "--format", "junit"));
        commands.add(List.of("report", "--format", "csv"));
        commands.add(List.of("export", "--format", "ndjson"));
        return commands;
    }

    private static List<List<String>> misuses(Path home, String name) {
        return List.of(
                List.of("runs", "--command", name + " nowhere"),
                List.of("runs", "show", name),
                List.of("explain", name + " nowhere"),
                List.of("export", "--format", "csv"),
                List.of("baseline", "save", name),
                List.of(name),
                List.of("runs", "--since", name),
                List.of("runs", "--home", home.resolve("missing" + name).toString()));
    }
}
