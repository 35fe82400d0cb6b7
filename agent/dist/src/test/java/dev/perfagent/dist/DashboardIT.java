package dev.perfagent.dist;

import static dev.perfagent.dist.DashboardScripts.FIGURE;
import static dev.perfagent.dist.DashboardScripts.FILTERS;
import static dev.perfagent.dist.DashboardScripts.RED;
import static dev.perfagent.dist.DashboardScripts.SECTION;
import static dev.perfagent.dist.DashboardScripts.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page that the shipped jar writes, in a real browser. */
@NeedsProgram({Browser.DRIVER, "--version"})
final class DashboardIT {
    /** Where screenshots are written: -Dscreenshots=docs/images renews those of the guide. */
    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static String page;

    @BeforeAll
    static void writePage() throws IOException {
        DashboardRuns.write(folder.resolve("home"));
        Path file = folder.resolve("page.html");
        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .environment("PERF_AGENT_HOME", folder.resolve("home").toString())
                .jar(
                        Jvm.AGENT,
                        "dashboard",
                        "--history",
                        folder.resolve("home").toString(),
                        "--output",
                        file.toString())
                .run();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        page = file.toUri().toString();
        browser = new Browser(folder.resolve("profile"));
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.media("prefers-color-scheme", "light");
        browser.width(1280);
        browser.open(page);
    }

    @Test
    void theFirstScreenSaysWhatBecameSlowerSinceWhenAndWhichPart() {
        assertThat(answers())
                .containsEntry("Is it slower?", "Yes: ghpm batch +59 %")
                .containsEntry("Since when?", "2025-11-12 20:00 UTC")
                .containsEntry("Which version?", "2.0.0 → 2.1.0")
                .containsEntry("Is the GitHub quota in danger?", "No");
        assertThat(answers().get("Which part?")).startsWith("phase fetching: 5").contains(" → 1.1");
        assertThat(browser.text("return document.querySelector('.facts').getBoundingClientRect().bottom < innerHeight"))
                .isEqualTo("true");
        browser.screenshot(SCREENSHOTS.resolve("dashboard.png"));
    }

    @Test
    void everyChartHasTheRightPointsAndATableOfThem() {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < DashboardRuns.BATCH_RUNS; i++) {
            all.add(DashboardRuns.batchMs(i));
        }
        draw("ghpm batch");

        List<Double> points = new ArrayList<>(values("ghpm batch", "Time of each run", 1));
        points.addAll(values("ghpm batch", "Time of each run", 2));

        assertThat(points).containsExactlyInAnyOrderElementsOf(all);
        assertThat(titles())
                .containsExactly(
                        "Time of each run",
                        "How many runs took how long",
                        "Time by phase",
                        "CPU and waiting",
                        "The machine’s share of the time",
                        "Heap",
                        "GitHub API");
        assertThat(values("ghpm batch", "How many runs took how long", 1).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo(90); // those of the machine with most runs
        assertThat(browser.text(
                        FIGURE + "const { data, scales } = figure.querySelector('.chart').uplot;"
                                + "return scales.x.max > data[0][data[0].length - 1]",
                        "ghpm batch",
                        "How many runs took how long"))
                .as("the last bar is not cut off")
                .isEqualTo("true");
        assertThat(values("ghpm batch", "CPU and waiting", 1)).isNotEmpty().containsOnly(300.0);
        assertThat(values("ghpm batch", "CPU and waiting", 2)).containsOnly(20.0);
        assertThat(values("ghpm batch", "Heap", 1)).allMatch(mb -> mb >= 60.5 && mb <= 66.5);
        assertThat(values("ghpm batch", "Time by phase", 1)).allMatch(ms -> ms >= 1000 && ms < 1640);
        for (String title : titles()) {
            browser.script(FIGURE + "figure.querySelector('details').open = true", "ghpm batch", title);
            browser.await(FIGURE + "return figure.querySelectorAll('tbody tr').length > 0", "ghpm batch", title);
        }
        assertThat(cells("Time of each run", 3))
                .hasSize(DashboardRuns.BATCH_RUNS)
                .startsWith("1.00 s", "1.01 s");
        assertThat(cells("CPU and waiting", 2)).containsOnly("300 ms", "–");
        assertThat(browser.text(
                        FIGURE + "return figure.querySelector('.chart').uplot.data[3].includes(null)",
                        "ghpm batch",
                        "Time of each run"))
                .as("days without runs are a gap")
                .isEqualTo("true");
        browser.script("for (const one of document.querySelectorAll('details')) one.open = false;"
                + "document.querySelector('#commands').scrollIntoView({ behavior: 'instant' })");
        browser.screenshot(SCREENSHOTS.resolve("dashboard-command.png"));
    }

    @Test
    void filtersLeaveWhatFits() {
        choose("host", "laptop");
        draw("ghpm batch");
        assertThat(values("ghpm batch", "Time of each run", 2)).hasSize(DashboardRuns.BATCH_RUNS / 4);
        assertThat(values("ghpm batch", "CPU and waiting", 1)).hasSize(DashboardRuns.BATCH_RUNS / 4);
        assertThat(list(
                        FIGURE + "return figure.querySelector('.chart').uplot.data[1]",
                        "ghpm batch",
                        "CPU and waiting"))
                .as("days without runs are a gap also between few runs")
                .hasSize(DashboardRuns.BATCH_RUNS / 4 + 1)
                .containsNull();
        choose("host", "");
        choose("label", "branch=dev");
        draw("ghpm batch");
        assertThat(values("ghpm batch", "Time of each run", 1).size()
                        + values("ghpm batch", "Time of each run", 2).size())
                .isEqualTo(DashboardRuns.BATCH_RUNS / 2);
        choose("label", "");
        choose("version", "2.1.0");
        draw("ghpm batch");
        assertThat(values("ghpm batch", "Time of each run", 1)).allMatch(ms -> ms >= 1600);
        assertThat(browser.text(SECTION + "return section.textContent", "ghpm status"))
                .contains("No run of this command fits the filters.");
        choose("version", "");
        browser.script("document.querySelector('[name=changed]').click()");
        assertThat(commands()).containsExactly("ghpm batch");
        browser.script("document.querySelector('[name=changed]').click()");
        browser.script("const text = document.querySelector('[name=text]'); text.value = 'STAT';"
                + "text.dispatchEvent(new Event('input'))");
        assertThat(commands()).containsExactly("ghpm status");
        assertThat(browser.text("return document.getElementById('status').textContent"))
                .isEqualTo("1 of 7 commands are shown.");
    }

    @Test
    void aRunIsOpenedByKeysAndFromItsTable() {
        draw("ghpm batch");
        browser.script(FIGURE + "figure.querySelector('.chart').focus()", "ghpm batch", "Time of each run");

        browser.press(Keys.HOME, Keys.ARROW_RIGHT, Keys.ENTER);

        assertThat(browser.text("return document.querySelector('dialog').open")).isEqualTo("true");
        assertThat(browser.text("return document.querySelector('dialog').innerText"))
                .contains("Run r00002", "1.01 s", "build-7", "branch=dev", "fetching", "runs show r00002");
        assertThat(browser.barriers()).isEmpty();
        browser.press(Keys.ESCAPE);
        assertThat(browser.text("return document.querySelector('dialog').open")).isEqualTo("false");
    }

    @Test
    void aRunLeadsToTheFlameGraphsOfItsCommand() {
        draw("ghpm batch");
        browser.script(FIGURE + "figure.querySelector('.chart').focus()", "ghpm batch", "Time of each run");
        browser.press(Keys.END, Keys.ENTER);

        assertThat(browser.text("return document.getElementById('flames').textContent"))
                .startsWith("Flame graphs of a profile of version 2.1.0, ")
                .endsWith(": fetching, rendering");
        assertThat(browser.barriers()).isEmpty();
        browser.open(browser.text("return document.querySelector('#flames a').href"));
        assertThat(browser.text("return document.title")).isEqualTo("fetching");
    }

    @Test
    void axeFindsNothingInLightAndDarkAndOnATelephone() {
        assertThat(browser.barriers()).isEmpty();
        browser.media("prefers-color-scheme", "dark");
        assertThat(browser.barriers()).isEmpty();
        browser.width(390);
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.text("return document.documentElement.scrollWidth <= 390"))
                .isEqualTo("true");
        assertThat(texts(
                        "const range = document.createRange(); return [...document.querySelectorAll('#page th')].filter("
                                + "head => { range.selectNodeContents(head);"
                                + " return range.getClientRects().length > head.textContent.split(' ').length; })"
                                + ".map(head => head.textContent)"))
                .as("words that are torn apart")
                .isEmpty();
        draw("ghpm batch");
        browser.await(
                FIGURE + "return figure.querySelector('canvas').getBoundingClientRect().right <= 390",
                "ghpm batch",
                "Time of each run");
        browser.screenshot(SCREENSHOTS.resolve("dashboard-phone.png"));
    }

    /** Also from a dark screen, and with charts that nobody has scrolled to. */
    @Test
    void onPaperAllChartsAreDarkOnWhiteAndFit() {
        browser.media("prefers-color-scheme", "dark");
        browser.open(page);
        browser.script("document.querySelector('#commands').scrollIntoView({ behavior: 'instant' })");
        browser.await("return document.querySelector('.chart').dataset.drawn === 'yes'");
        browser.script(RED + "window.onScreen = red();"
                + "addEventListener('beforeprint', () => { window.printed = red();"
                + "  window.missing = document.querySelectorAll('.chart:not([data-drawn])').length; })");

        assertThat(new String(browser.print(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(browser.text("return window.onScreen")).isEqualTo("pale");
        assertThat(browser.text("return window.printed")).isEqualTo("dark");
        assertThat(browser.text("return window.missing")).isEqualTo("0");
        browser.await(RED + "return red() === 'pale'");
        browser.media("print", "prefers-color-scheme", "light");
        browser.width(718); // A4 with Chromium's margins
        browser.await("return document.documentElement.scrollWidth <= 718 && [...document.querySelectorAll('canvas')]"
                + ".every(one => one.getBoundingClientRect().right <= 718)");
        assertThat(browser.text("return [...document.querySelectorAll('details, fieldset, .u-over, .u-value')]"
                        + ".filter(one => one.checkVisibility()).length"))
                .as("what only works on a screen")
                .isEqualTo("0");
        browser.screenshot(SCREENSHOTS.resolve("dashboard-print.png"));
    }

    @Test
    void whoWantsLittleMotionGetsNone() {
        String motion = "return getComputedStyle(document.documentElement).scrollBehavior + ' '"
                + " + document.getAnimations().length";
        browser.media("prefers-reduced-motion", "reduce");
        assertThat(browser.text(motion)).isEqualTo("auto 0");
        browser.script("document.querySelector('td button').click()");
        assertThat(browser.text("return document.activeElement.getBoundingClientRect().top < innerHeight"))
                .as("it is there at once")
                .isEqualTo("true");
        browser.media("prefers-reduced-motion", "no-preference");
        assertThat(browser.text(motion)).isEqualTo("smooth 0");
    }

    @Test
    void hostileNamesAreTextAndNoRequestLeaves() {
        browser.log("performance");
        browser.log("browser");
        browser.open(page);

        for (String name : DashboardRuns.HOSTILE) {
            draw(("ghpm " + name).trim().replace('\u202e', '?'));
        }

        assertThat(browser.text("return window.harm")).isEqualTo("null");
        assertThat(browser.text("return document.querySelectorAll('img').length"))
                .isEqualTo("0");
        assertThat(browser.log("browser")).isEmpty();
        assertThat(browser.log("performance").stream()
                        .filter(event -> event.contains("Network.requestWillBeSent\""))
                        .filter(event -> !event.contains(page))
                        .toList())
                .isEmpty();
    }

    @Test
    void aServedPageShowsNewRunsByItself() throws IOException, InterruptedException {
        Path home = folder.resolve("live");
        DashboardRuns.writeOne(home, "first");
        Jvm.Started server = Jvm.on(Jdk.own(), Files.createDirectories(folder.resolve("server")))
                .environment("PERF_AGENT_HOME", home.toString())
                .jar(Jvm.AGENT, "dashboard", "--serve", "--history", home.toString())
                .start();
        try {
            Wait.until(() -> Files.readString(server.err()).contains("Ctrl-C"), () -> "it does not serve");
            String address = Files.readString(server.err())
                    .lines()
                    .filter(line -> line.matches("The dashboard is at http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}/"))
                    .findFirst()
                    .orElseThrow()
                    .substring("The dashboard is at ".length());
            browser.open(address);
            assertThat(answers()).containsEntry("Is it slower?", "Too few runs to say");
            assertThat(browser.text(SUMMARY)).startsWith("1 run of 1 command · average 70 ms · ");
            assertThat(browser.text(FILTERS)).as("nothing to choose").isEmpty();
            DashboardRuns.writeBare(home, "bare");
            browser.await(FILTERS + " === 'version label'");
            DashboardRuns.write(home);
            browser.await("return document.querySelectorAll('#commands section').length === 9");
            assertThat(answers()).containsEntry("Is it slower?", "Yes: ghpm batch +59 %");
            choose("host", "laptop");
            browser.script("document.querySelector('[name=text]').focus()");
            browser.press("h");
            browser.script(FIGURE + "figure.querySelector('details').open = true", "ghpm batch", "Time of each run");

            DashboardRuns.writeOne(home, "fresh");

            browser.await("return [...document.querySelectorAll('#commands section')]"
                    + ".some(one => one.dataset.command === 'ghpm fresh')");
            assertThat(browser.text("return document.querySelector('select[name=host]').value"))
                    .isEqualTo("laptop");
            assertThat(browser.text(
                            FIGURE + "return figure.querySelector('details').open", "ghpm batch", "Time of each run"))
                    .isEqualTo("true");
            browser.press("p");
            assertThat(browser.text("return document.querySelector('[name=text]').value"))
                    .as("who types goes on typing")
                    .isEqualTo("hp");
            browser.open(address + "profiles/" + DashboardRuns.PROFILE + "/1");
            assertThat(browser.text("return document.title")).isEqualTo("rendering");
        } finally {
            server.process().destroyForcibly().waitFor();
        }
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        ((Map<?, ?>) browser.script("return Object.fromEntries([...document.querySelectorAll('.facts > div')]"
                        + ".map(box => [box.querySelector('dt').textContent, box.querySelector('dd').textContent]))"))
                .forEach((question, answer) -> answers.put(String.valueOf(question), String.valueOf(answer)));
        return answers;
    }

    private static List<String> titles() {
        return texts(
                SECTION + "return [...section.querySelectorAll('figcaption')].map(one => one.textContent)",
                "ghpm batch");
    }

    private static List<String> commands() {
        return texts("return [...document.querySelectorAll('#commands section')].map(one => one.dataset.command)");
    }

    private static List<String> cells(String title, int column) {
        return texts(
                FIGURE + "return [...figure.querySelectorAll('tbody td:nth-child(' + arguments[2] + ')')]"
                        + ".map(one => one.textContent)",
                "ghpm batch",
                title,
                column);
    }

    /** What a chart drew: the values of one of its series, without gaps. */
    private static List<Double> values(String command, String title, int series) {
        return list(FIGURE + "return figure.querySelector('.chart').uplot.data[arguments[2]]", command, title, series)
                .stream()
                .filter(Objects::nonNull)
                .map(value -> ((Number) value).doubleValue())
                .toList();
    }

    /** Goes to a command and waits until all its charts are drawn: they are when they come near the screen. */
    private static void draw(String command) {
        browser.await(
                SECTION + "const open = [...section.querySelectorAll('.chart:not([data-drawn])')];"
                        + "if (open.length) open[0].scrollIntoView({ behavior: 'instant' }); return open.length === 0",
                command);
    }

    private static void choose(String filter, String value) {
        browser.script(
                "const select = document.querySelector('select[name=' + arguments[0] + ']');"
                        + "select.value = arguments[1]; select.dispatchEvent(new Event('change'))",
                filter,
                value);
    }

    private static List<String> texts(String script, Object... arguments) {
        return list(script, arguments).stream().map(String::valueOf).toList();
    }

    private static List<?> list(String script, Object... arguments) {
        return (List<?>) browser.script(script, arguments);
    }
}
