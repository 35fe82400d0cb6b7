package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SamplePlan;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OptimizeCommandTest {
    private static final String API = """
        {"requests_made":20,"throttled_ms":0.0,"retries":0,"errors":0,"authenticated":true,"endpoints":[
         {"endpoint":"GET /user","count":6,"ms":600.0,"max_ms":150.0,"status":{"200":6},"bytes":null,
          "repeated":5,"pages":0,"per_page":null},
         {"endpoint":"GET /repos/{owner}/{repo}/issues","count":10,"ms":500.0,"max_ms":80.0,
          "status":{"200":10},"bytes":null,"repeated":0,"pages":9,"per_page":20}]}\
        """;

    private static final String CACHES = """
        [{"name":"fields","kind":"caffeine","hits":10,"misses":90,"hit_rate":0.1,"evictions":80,"loads":90,
          "load_ms":450.0,"size":10},
         {"name":"users","kind":"caffeine","hits":1,"misses":99,"hit_rate":0.01,"evictions":0,"loads":99,
          "load_ms":5.0,"size":99},
         {"name":"silent","kind":"guava","hits":null,"misses":null,"hit_rate":null,"evictions":null,"loads":null,
          "load_ms":null,"size":null}]\
        """;

    private static final String PROCESSES = """
        [{"program":"git","count":11,"ms":550.0,"failures":0}]\
        """;

    private static final String START = """
        {"total_ms":400.0,"process_ms":1000.0,"jvm_startup_ms":120.0,"phases":{}}\
        """;

    private static final String RESOURCES = """
        {"gc_count":6,"gc_ms":300.0,"classes_loaded":4000}\
        """;

    @TempDir
    private Path home;

    @Test
    void whatSavesMostADayComesFirst() throws IOException {
        wasteful(10, 17);

        ToolRun run = optimize();

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("""
            What would save most
            10 runs over 5 days; 1 cold, failed, killed, profiled or of benchmarks left out.
            Savings can overlap: two together may save less than their sum.

            1. ghpm batch: much of its time is outside the command
              saves          up to 600 ms a run, up to 1.3 s a day
            """);
        assertThat(run.out()).contains("""
            2. ghpm batch: GET /user is requested again
              saves          about 5 requests and up to 500 ms a run, about 11 requests and
                             up to 1.1 s a day
              do             Keep the answers for as long as the run lasts.
              evidence       10 of 10 runs, 5 of 6 requests to it were repeats on average;
                             the command's median is 400 ms

            3. ghpm batch: 'git' is started often
              saves          up to 500 ms a run, up to 1.1 s a day
              do             Start it once for all the work.
              evidence       10 of 10 runs, 11 starts on average; the command's median is
                             400 ms
            """);
        assertThat(run.out())
                .contains("GET /repos/{owner}/{repo}/issues is read in small pages")
                .contains("about 8 requests");
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void everyRuleOfTheApiIsKnown() throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int i = 0; i < 4; i++) {
            sample.add(SampleRun.plain("api" + i, "2026-11-1" + i + "T10:00:00Z")
                    .took(1000)
                    .json("github_api", """
                        {"requests_made":100,"conditional_hits":0,"authenticated":true,"errors":0,"retries":0,
                         "conditional_hits_free":0,"at_once":12,"peak_minute_points":800,"rapid_writes":6,
                         "early_retries":2,"futile_retries":7,"resources":{"search":{"limit":30,"remaining":0,
                         "consumed":30,"peak_minute":30}},"endpoints":[
                         {"endpoint":"GET /repos/{owner}/{repo}/issues","count":60,"ms":600.0,"max_ms":90.0,
                          "status":{"200":60},"repeated":20,"etags":60,"unchanged":20,"missing_again":9,
                          "moved_again":8,"sorted_by_update":3,"polls":20,"poll_ms":5000.0,"early":4},
                         {"endpoint":"GET /repos/{owner}/{repo}/issues/{issue_number}","count":38,"ms":300.0,
                          "max_ms":90.0,"status":{"200":38}},
                         {"endpoint":"GET /rate_limit","count":2,"ms":90.0,"max_ms":60.0,"status":{"200":2}}]}\
                        """));
        }

        assertThat(causes("--analyze-api-usage").split(" "))
                .containsExactlyInAnyOrder(
                        "repeated_requests",
                        "no_condition",
                        "forgotten_etags",
                        "search_pace",
                        "rapid_writes",
                        "at_once",
                        "minute_points",
                        "early_retries",
                        "futile_retries",
                        "polling",
                        "poll_interval",
                        "unstable_sort",
                        "single_gets",
                        "missing_again",
                        "moved_again",
                        "rate_limit_asked");
        assertThat(ToolRun.of(home, "optimize", "--limit", "20").out())
                .contains("GET /repos/{owner}/{repo}/issues is polled")
                .contains("Let a webhook report changes.")
                .contains("requests at a regular interval on average");
    }

    /** Another one uses them. */
    @Test
    void theEndpointWhoseETagsNobodyUsesIsNamed() throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int i = 0; i < 4; i++) {
            sample.add(SampleRun.plain("tags" + i, "2026-11-1" + i + "T10:00:00Z")
                    .took(1000)
                    .json("github_api", """
                        {"requests_made":100,"conditional_hits":20,"authenticated":true,"errors":0,"retries":0,
                         "conditional_hits_free":20,"endpoints":[
                         {"endpoint":"GET /repos/{owner}/{repo}/issues","count":40,"ms":600.0,"max_ms":90.0,
                          "status":{"200":20,"304":20},"etags":20},
                         {"endpoint":"GET /repos/{owner}/{repo}/labels","count":60,"ms":600.0,"max_ms":90.0,
                          "status":{"200":60},"etags":60}]}\
                        """));
        }

        assertThat(optimize().out())
                .contains("GET /repos/{owner}/{repo}/labels has ETags that no run uses")
                .doesNotContain("GET /repos/{owner}/{repo}/issues has ETags");
    }

    /** It is never said of GitHub, which asks for its requests one after another. */
    @Test
    void requestsOneAfterAnotherMayBeSentAFewAtOnce() throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int i = 0; i < 4; i++) {
            sample.add(SampleRun.plain("mirror" + i, "2026-11-1" + i + "T10:00:00Z")
                    .command("mirror")
                    .took(1000)
                    .json("http", "[{\"host\":\"repo.example.com\",\"requests\":30,\"ms\":800.0,\"errors\":0}]"));
            sample.add(SampleRun.plain("fetch" + i, "2026-11-1" + i + "T11:00:00Z")
                    .command("fetch")
                    .took(1000)
                    .json("http", "[{\"host\":\"api.github.com\",\"requests\":30,\"ms\":800.0,\"errors\":0}]"));
        }

        assertThat(causes()).isEqualTo("sequential_calls");
        assertThat(optimize().out())
                .contains("ghpm mirror: repo.example.com is asked one thing after another")
                .contains("up to 600 ms a run")
                .contains("Send a few of them at the same time, such as four.")
                .contains("4 of 4 runs, 30 requests on average");
    }

    @Test
    void eachAreaCanBeLookedAtAlone() throws IOException {
        wasteful(10, 17);

        assertThat(causes("--analyze-cache")).isEqualTo("evictions seldom_hit no_statistics");
        assertThat(causes("--analyze-api-usage")).isEqualTo("repeated_requests small_pages");
        assertThat(causes("--analyze-startup")).isEqualTo("slow_start");
        assertThat(causes()).contains("collections").contains("many_starts");
    }

    @Test
    void theArchiveIsMadeAsTheJdkCanAndWithThePlansProgram() throws IOException {
        wasteful(4, 21);
        SamplePlan.save(home, "ghpm.jar-1", SamplePlan.key("/opt/perf-agent.jar", null), true, Instant.now());

        assertThat(optimize("--analyze-startup").out())
                .contains("make once      java \\\n")
                .contains("-XX:ArchiveClassesAtExit=ghpm.jsa -jar lib/ghpm.jar ARGUMENTS")
                .contains("then try       java \\\n")
                .contains("-XX:SharedArchiveFile=ghpm.jsa -jar lib/ghpm.jar ARGUMENTS");
    }

    @Test
    void onJdk25ItIsAnAotCache() throws IOException {
        wasteful(4, 25);

        assertThat(optimize("--analyze-startup").out())
                .contains("make once      java --add-modules java.instrument \\\n")
                .contains("-XX:AOTCacheOutput=ghpm.aot -jar your-tool.jar ARGUMENTS")
                .contains("then try       java --add-modules java.instrument \\\n")
                .contains("-XX:AOTCache=ghpm.aot -jar your-tool.jar ARGUMENTS")
                .doesNotContain("measure");
        JsonNode advice = json("--analyze-startup").path("advice").path(0);
        assertThat(advice.path("commands").path(0).asString())
                .isEqualTo(
                        "java --add-modules java.instrument -XX:AOTCacheOutput=ghpm.aot -jar your-tool.jar ARGUMENTS");
    }

    @Test
    void fewRunsOrLittleWasteAreNotTold() throws IOException {
        wasteful(2, 17);
        assertThat(optimize().err()).isEqualTo("Nothing to save was found in 2 runs.\n");

        Path other = home.resolve("other");
        for (int i = 0; i < 6; i++) {
            new SampleHome(other).add(SampleRun.plain("id" + i, "2026-11-20T08:00:0" + i + "Z"));
        }
        assertThat(ToolRun.of(other, "optimize").err()).isEqualTo("Nothing to save was found in 6 runs.\n");
        assertThat(ToolRun.of(home.resolve("empty"), "optimize").err()).startsWith("No runs in ");
    }

    @Test
    void limitsAndHostileNames() throws IOException {
        wasteful(5, 17, run -> run.command("a\u001b[31m"));

        ToolRun run = optimize("--limit", "2");
        assertThat(run.out()).doesNotContain("\u001b").contains("6 more with --limit.");
        assertThat(optimize("--help").out()).contains("optimize --timeframe week");
    }

    /** One thing to do is told once, with all that it is about; what saves next to nothing is counted. */
    @Test
    void sameAdviceStandsTogetherAndTriflesAreLeftOut() throws IOException {
        wasteful(5, 17);
        wasteful(5, 17, run -> run.command("list"));
        wasteful(5, 17, run -> run.command("tiny")
                .json("duration", START.replace("400.0", "0.4").replace("1000.0", "1.0"))
                .json("resource_usage", "{\"gc_count\":6,\"gc_ms\":0.3,\"classes_loaded\":4000}"));

        String out = optimize().out();

        assertThat(out)
                .containsOnlyOnce("Keep the answers for as long as the run lasts.")
                .containsOnlyOnce("Start it once for all the work.")
                .contains(". Programs that are started often (3)\n")
                .contains("\n  ghpm list: 'git' is started often\n    saves        up to 500 ms a run")
                .contains("of less than 1% of all left out; --format json has them.");
    }

    @Test
    void whoHasAnArchiveIsNotAdvisedToMakeOne() throws IOException {
        wasteful(10, 17, run -> run.json("resource_usage", "{\"classes_loaded\":4000,\"classes_shared\":3600}"));
        assertThat(causes()).doesNotContain("slow_start");

        wasteful(10, 17, run -> run.command("list")
                .json("resource_usage", "{\"classes_loaded\":4000,\"classes_shared\":1200}"));
        assertThat(causes()).containsOnlyOnce("slow_start");
    }

    /** What the process did before is none of the command's, as in a shell. */
    @Test
    void aLaterCommandOfAProcessIsComparedWithItsOwnTime() throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int i = 0; i < 4; i++) {
            sample.add(SampleRun.plain("later" + i, "2026-11-1" + i + "T10:00:00Z")
                    .json("duration", """
                        {"total_ms":400.0,"process_ms":2000.0,"jvm_startup_ms":900.0,"until_command_ms":null,
                         "phases":{}}\
                        """)
                    .json("resource_usage", "{\"gc_count\":6,\"gc_ms\":100.0,\"classes_loaded\":4000}"));
        }

        assertThat(causes()).isEqualTo("collections");
        JsonNode report = JsonMapper.shared()
                .readTree(ToolRun.of(home, "report", "--format", "json").out());
        assertThat(report.findValue("gc_share").asDouble()).isEqualTo(0.25);
    }

    private void wasteful(int runs, int jdk) throws IOException {
        wasteful(runs, jdk, UnaryOperator.identity());
    }

    private void wasteful(int runs, int jdk, UnaryOperator<SampleRun> change) throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int i = 0; i < runs; i++) {
            sample.add(change.apply(SampleRun.plain(
                            "run" + i,
                            Instant.parse("2026-11-10T08:00:00Z")
                                    .plusSeconds(43_200L * i)
                                    .toString())
                    .json("duration", START)
                    .json("github_api", API)
                    .json("caches", CACHES)
                    .json("processes", PROCESSES)
                    .json("resource_usage", RESOURCES)
                    .json("environment", "{\"jdk\":\"" + jdk + ".0.1\"}")));
        }
        sample.add(SampleRun.plain("cold", "2026-11-10T07:00:00Z").cold());
    }

    private String causes(String... arguments) {
        return String.join(" ", json(arguments).path("advice").findValuesAsString("cause"));
    }

    private JsonNode json(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--format";
        all[1] = "json";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return JsonMapper.shared().readTree(optimize(all).out());
    }

    private ToolRun optimize(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "optimize";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return ToolRun.of(home, all);
    }
}
