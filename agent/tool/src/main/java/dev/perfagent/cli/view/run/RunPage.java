package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Page;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.TimeText;
import dev.perfagent.history.Fields;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.StoredRun;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that is known of one run. */
public final class RunPage {
    private final ZoneId zone;

    /** @param zone in which times are told */
    public RunPage(ZoneId zone) {
        this.zone = zone;
    }

    /** Writes it. */
    public void write(RawRun run, Output out) {
        Fields fields = run.fields();
        Page page = new Page(out.screen());
        head(run.run(), fields, page);
        time(fields.object("duration"), page);
        new PhaseSection(out.screen()).add(fields, page);
        new ResourceSection().add(fields, page);
        new GitHubSection(out.screen(), zone).add(fields.object("github_api"), page);
        new ExternalUseSection(out.screen()).add(fields, page);
        values("Context", fields.values("context"), page);
        values("Environment", fields.values("environment"), page);
        agent(fields.object("self"), page);
        alerts(fields.objects("alerts"), page);
        page.writeTo(out);
    }

    private void head(StoredRun run, Fields fields, Page page) {
        String version = run.applicationVersion();
        String outcome = fields.text("outcome");
        page.title(RunWords.commandLine(run.application(), run.command()));
        page.entry("id", run.id());
        page.entry("version", version == null ? "" : version);
        page.entry("started", TimeText.exact(run.start(), zone));
        Instant end = run.end();
        page.entry(run.killed() ? "last seen" : "ended", end == null ? "" : TimeText.exact(end, zone));
        Integer exit = run.exitCode();
        page.entry(
                "result",
                Objects.requireNonNullElse(outcome, "") + (exit == null ? "" : ", exit code " + exit),
                RunWords.result(run).style());
        page.entry("options", String.join(" ", fields.texts("options")));
        String type = fields.object("error").text("type");
        String message = fields.object("error").text("message");
        page.entry("error", type == null ? "" : type + (message == null ? "" : ": " + message));
    }

    private static void time(Fields duration, Page page) {
        page.section("Time");
        page.entry("command", Amount.known(Amount.millis(duration.number("total_ms"))));
        page.entry("process", Amount.known(time(duration, "process_ms")));
        page.entry("JVM startup", Amount.known(time(duration, "jvm_startup_ms")));
        Double initialisers = duration.number("main_class_ms");
        if (initialisers != null) {
            page.entry("main class", Amount.millis(initialisers) + " in its static initialisers, before main");
        }
    }

    /** Agents wrote negative times when the clock was set during a run. */
    private static String time(Fields duration, String field) {
        Double ms = duration.number(field);
        return Amount.millis(ms == null || ms < 0 ? null : ms);
    }

    private static void values(String heading, Map<String, String> values, Page page) {
        page.section(heading);
        values.forEach((name, value) -> page.entry(name, value.equals("null") ? "" : value));
    }

    private static void agent(Fields self, Page page) {
        page.section("Cost of the agent");
        String version = self.text("agent_version");
        String plan = self.text("plan");
        page.entry("version", version == null ? "" : version);
        page.entry(
                "plan",
                "cold".equals(plan)
                        ? "cold: classes were woven; the next run need not"
                        : Objects.requireNonNullElse(plan, ""));
        page.entry("start", Amount.known(Amount.millis(self.number("premain_ms"))));
        page.entry("weaving", Amount.known(Amount.millis(self.number("weave_ms"))));
        page.entry("exit", Amount.known(Amount.millis(self.number("exit_ms"))));
        page.entry("hook calls", Amount.known(Amount.count(self.whole("hook_calls"))));
        if (Boolean.TRUE.equals(self.flag("classes_missed"))) {
            page.entry(
                    "missed",
                    "what the classes of one of the application's class loaders did, because it was created after "
                            + "perf-agent had stopped watching class loading; later runs watch for them",
                    Style.WARNING);
        }
    }

    private static void alerts(List<Fields> alerts, Page page) {
        page.section("Alerts");
        for (Fields alert : alerts) {
            String severity = alert.text("severity", "warning");
            String unit = alert.text("unit", "");
            page.paragraph(
                    2,
                    severity + ": " + alert.text("type", "unknown") + " of " + alert.text("subject", "the run"),
                    Style.ofSeverity(severity));
            Double current = alert.number("current");
            Double threshold = alert.number("threshold");
            String limits = "current " + Amount.beside(current, threshold, unit) + ", threshold "
                    + Amount.limit(threshold, current, unit);
            Double baseline = alert.number("baseline");
            page.paragraph(
                    4,
                    limits + (baseline == null ? "" : ", baseline " + Amount.beside(baseline, null, unit)),
                    Style.PLAIN);
            labelled("Evidence", alert.text("evidence"), page);
            labelled("Recommendation", alert.text("tip"), page);
        }
    }

    private static void labelled(String label, @Nullable String text, Page page) {
        if (text != null) {
            page.paragraph(4, label + ": " + text, Style.PLAIN);
        }
    }
}
