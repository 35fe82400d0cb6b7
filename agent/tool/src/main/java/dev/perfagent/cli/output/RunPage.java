package dev.perfagent.cli.output;

import dev.perfagent.history.Fields;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.StoredRun;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is known of one run. */
public final class RunPage {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter EXACT_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);

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
        new UseSection(out.screen()).add(fields, page);
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
        page.entry("started", exactly(run.start()));
        Instant end = run.end();
        page.entry(run.killed() ? "last seen" : "ended", end == null ? "" : exactly(end));
        Integer exit = run.exitCode();
        page.entry(
                "result",
                or(outcome, "") + (exit == null ? "" : ", exit code " + exit),
                RunWords.result(run).style());
        page.entry("options", String.join(" ", fields.texts("options")));
        String type = fields.object("error").text("type");
        String message = fields.object("error").text("message");
        page.entry("error", type == null ? "" : type + (message == null ? "" : ": " + message));
    }

    private static void time(Fields duration, Page page) {
        page.section("Time");
        page.entry("command", known(Amount.millis(duration.number("total_ms"))));
        page.entry("process", known(time(duration, "process_ms")));
        page.entry("JVM startup", known(time(duration, "jvm_startup_ms")));
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
        page.entry("plan", "cold".equals(plan) ? "cold: classes were woven; the next run need not" : or(plan, ""));
        page.entry("start", known(Amount.millis(self.number("premain_ms"))));
        page.entry("weaving", known(Amount.millis(self.number("weave_ms"))));
        page.entry("exit", known(Amount.millis(self.number("exit_ms"))));
        page.entry("hook calls", known(Amount.count(self.whole("hook_calls"))));
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
            String severity = or(alert.text("severity"), "warning");
            String unit = or(alert.text("unit"), "");
            page.paragraph(
                    2,
                    severity + ": " + or(alert.text("type"), "unknown") + " of " + or(alert.text("subject"), "the run"),
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
            String tip = alert.text("tip");
            if (tip != null) {
                page.paragraph(4, "Tip: " + tip, Style.PLAIN);
            }
        }
    }

    static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /** Leaves out what is not known. */
    static String known(String amount) {
        return amount.equals(Amount.UNKNOWN) ? "" : amount;
    }

    private String exactly(Instant time) {
        return EXACT_TIME.format(time.atZone(zone));
    }
}
