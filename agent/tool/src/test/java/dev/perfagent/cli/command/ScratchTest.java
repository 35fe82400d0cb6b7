package dev.perfagent.cli.command;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    @Test
    void look(@TempDir Path home) throws Exception {
        SampleHome h = new SampleHome(home);
        h.add(
                SampleRun.full("0193ab12-3456-7000-8000-000000000001", "2026-11-20T09:30:15.123Z"),
                SampleRun.plain("0193ab12-3457-7000-8000-000000000002", "2026-11-19T23:30:15.123Z")
                        .took(812)
                        .outcome("error", 2)
                        .command("project item list with a long name"),
                SampleRun.plain("0193ab12-3457-7000-8000-000000000003", "2025-11-19T23:30:15.123Z")
                        .took(72_000)
                        .application("checkstyle")
                        .command("checkstyle"));
        h.addLine("2026-11-20", "x", "{nope");
        h.marker(
                77,
                SampleRun.plain("0193ab12-3458-7000-8000-000000000004", "2026-11-20T09:59:00.000Z")
                        .marker(77, 5L, java.time.Instant.parse("2026-11-20T09:59:30.000Z")));
        h.alerts(
                "alerts.log",
                "2026-11-20T10:30:15.123Z warning performance_degradation 0193ab12-3456-7000-8000-000000000001 ghpm: batch\n⚠️  PERFORMANCE ALERT: Command 'batch' execution time exceeded threshold\n   Current: 3.2s | Threshold: 2.0s | Baseline: 1.8s\n   Recommendation: fetch the items of a project in one GraphQL query instead of one by one and more\n\nrubbish\n");
        h.matches("ghpm", """
{"schema":1,"application":"ghpm","timestamp":"2026-11-20T09:00:00Z","config":"/etc/x","problems":["instrumentation.yml:12:5: unknown key 'metod'; did you mean 'method'?"],"loaded_classes":2100,"rules":[{"subject":"phases: data_fetching","target":"class com.example.* method fetch*","calls":3,"matched":[{"class":"com.example.X","methods":["fetchA","fetchB"]}],"near":[]},{"subject":"phases: rendering","target":"class Renderer method render","calls":0,"matched":[],"near":[]},
{"subject":"phases: r2","target":"class com.example.Y method fetchh method gett","calls":0,"matched":[],"near":[{"class":"com.example.Y","methods":[]}]}],"probes":[{"subject":"picocli","matched":[{"class":"a.B","methods":["x"]}],"near":[]},{"subject":"caffeine","matched":[],"near":[]}]}""");
        for (String s : new String[] {
            "runs",
            "runs show last",
            "runs show 0193ab12-3456",
            "runs show 0193ab12-345",
            "runs show zz",
            "alerts",
            "alerts --format json",
            "explain",
            "--help",
            "runs --help",
            "runs show --help",
            "alerts --help",
            "explain --help",
            "--version",
            "",
            "runz",
            "runs --limit 0",
            "runs --since yesterday",
            "runs --format xml",
            "runs --format json --limit 1",
            "runs --home /nonexistent",
            "--format json --home /x runs",
            "explain foo",
            "runs --command nope",
            "alerts --type x"
        }) {
            ToolRun r = ToolRun.of(home, s.isEmpty() ? new String[0] : s.split(" "));
            System.out.println("$ " + s + "\n" + r.out() + "--err " + r.code() + "\n" + r.err());
        }
        System.out.println(ToolRun.on(new dev.perfagent.cli.output.Screen(true, false), home, "runs")
                .out());
    }
}
