package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.generator.GeneratorMain;
import dev.perfagent.sample.BusySeries;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DashboardCommandTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern DATA = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    @Test
    void thePageAsksNobodyAndAllowsOnlyWhatIsInside() throws IOException {
        new SampleHome(home).add(SampleRun.full("a", "2026-11-20T09:30:15.123Z"));

        String page = page();

        assertThat(page).contains("content=\"default-src 'none'; ").doesNotContain("unsafe", " src=", " href=");
        assertThat(page.split("'sha256-", -1)).hasSize(4);
        assertThat(page.length()).isLessThan(200_000);
    }

    @Test
    void hostileNamesStayData() throws IOException {
        List<String> names = List.of(
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "\"'`${x}",
                "\u202eabc",
                "%s%n",
                "y".repeat(4000));
        for (String name : names) {
            new SampleHome(home)
                    .add(SampleRun.full("a" + names.indexOf(name), "2026-11-20T09:30:15Z")
                            .command(name));
        }

        String page = page();

        assertThat(page).doesNotContain("alert(1)</script>", "<!--", "\u202e");
        assertThat(data(page).path("courses").valueStream().map(course -> course.path("command")
                        .stringValue()))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void aLongHistoryIsThinnedOutAndKeepsItsExtremesAndItsChange() throws IOException {
        GeneratorMain.large(20_000).write(home);

        String page = page();

        JsonNode data = data(page);
        JsonNode batch = data.path("courses")
                .valueStream()
                .filter(course -> course.path("command").stringValue().equals("batch"))
                .findFirst()
                .orElseThrow();
        assertThat(page.length()).isLessThan(1_000_000);
        assertThat(batch.path("runs").intValue()).isGreaterThan(1200);
        assertThat(batch.path("drawn").path("ms").size()).isLessThanOrEqualTo(1200);
        double slowest = batch.path("drawn")
                .path("ms")
                .valueStream()
                .mapToDouble(JsonNode::doubleValue)
                .max()
                .orElseThrow();
        assertThat(batch.path("changes")
                        .path(0)
                        .path("parts")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("data_fetching");
        assertThat(batch.at("/band/runs")
                        .valueStream()
                        .mapToInt(JsonNode::intValue)
                        .sum())
                .isEqualTo(batch.at("/distribution/runs")
                        .valueStream()
                        .mapToInt(JsonNode::intValue)
                        .sum());
        JsonNode report = data.path("report")
                .path("commands")
                .valueStream()
                .filter(command -> command.at("/name/command").asString("").equals("batch")
                        || command.path("command").asString("").equals("batch"))
                .findFirst()
                .orElseThrow();
        assertThat(report.at("/timing/max_ms").doubleValue()).isEqualTo(slowest);
        assertThat(batch.path("changes")).isNotEmpty();
    }

    @Test
    void changesOnABusyMachineAreThoseOfTheTimesWithoutIt() throws IOException {
        BusySeries runs = new BusySeries(home, "build-7");
        runs.add(10, "2026-11-20T07:00:00Z", 1000, 0, 0.1);
        runs.add(10, "2026-11-20T08:00:00Z", 1000, 0.4, 0.5);
        runs.add(10, "2026-11-20T09:00:00Z", 1500, 0.4, 0.5);

        JsonNode course = data(page()).path("courses").path(0);

        assertThat(course.path("times_without_machine").booleanValue()).isTrue();
        assertThat(course.path("changes").values()).hasSize(1);
        assertThat(course.at("/changes/0/at").stringValue()).startsWith("2026-11-20T09:00");
        assertThat(course.at("/changes/0/median_before_ms").doubleValue()).isBetween(1000.0, 1100.0);
    }

    @Test
    void aChangeOnAnotherMachineThanMostIsShown() throws IOException {
        BusySeries runs = new BusySeries(home, "build-7");
        runs.add(40, "2026-11-20T07:00:00Z", 1000, 0, 0.02);
        runs.fingerprint("90015098");
        runs.add(12, "2026-11-20T08:00:00Z", 1000, 0, 0.02);
        runs.version("2.1.0").add(12, "2026-11-20T09:00:00Z", 1500, 0, 0.02);

        JsonNode course = data(page()).path("courses").path(0);

        assertThat(course.path("machine").stringValue()).isEqualTo("d41d8cd98f00b204");
        assertThat(course.path("changed_elsewhere").booleanValue()).isTrue();
        assertThat(course.path("changes").values()).hasSize(1);
        assertThat(course.at("/changes/0/version_after").stringValue()).isEqualTo("2.1.0");
        assertThat(course.at("/changes/0/parts").values()).isNotEmpty();
    }

    @Test
    void jsonIsTheSummary() throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.full("a", "2026-11-20T09:30:15Z").took(100),
                        SampleRun.full("b", "2026-11-20T09:40:15Z").took(300));

        JsonNode board = MAPPER.readTree(
                        ToolRun.of(home, "dashboard", "--format", "json").out())
                .path("performance_dashboard");

        assertThat(board.path("average_duration_ms").doubleValue()).isEqualTo(200);
        assertThat(board.path("alerts").path("performance_degradation").intValue())
                .isEqualTo(2);
        assertThat(board.propertyNames())
                .containsExactly(
                        "average_duration_ms",
                        "commands_per_minute",
                        "memory_efficiency",
                        "api_efficiency",
                        "trend",
                        "bottlenecks",
                        "optimization_opportunities",
                        "alerts");
    }

    @Test
    void aPageNeedsAFile() {
        assertThat(ToolRun.of(home, "dashboard").err())
                .startsWith(
                        "perf-agent: give a file for the page with --output, or --serve, or --format json for the summary\n");
    }

    private String page() throws IOException {
        Path file = home.resolve("page.html");
        ToolRun run = ToolRun.of(home, "dashboard", "--output", file.toString());
        assertThat(run.code()).as(run.err()).isZero();
        return Files.readString(file);
    }

    private static JsonNode data(String page) {
        return MAPPER.readTree(
                DATA.matcher(page).results().findFirst().orElseThrow().group(1));
    }
}
