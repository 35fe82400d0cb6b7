package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
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
public final class RunDocument {
    private final ZoneId zone;

    /** @param zone in which times are shown */
    public RunDocument(ZoneId zone) {
        this.zone = zone;
    }

    /** All of it. */
    public Document of(RawRun stored) {
        StoredRun run = stored.run();
        Fields fields = stored.fields();
        Document document = new Document(RunWords.commandLine(run.application(), run.command()));
        head(run, fields, document.opening());
        time(fields.object("duration"), document.section("Time"));
        PhaseSection.add(fields, document);
        ResourceSection.add(fields, document.section("Memory and CPU"));
        new GitHubSection(zone).add(fields.object("github_api"), document);
        ExternalUseSection.add(fields, document);
        values(fields.values("context"), document.section("Context"));
        values(fields.values("environment"), document.section("Environment"));
        agent(fields.object("self"), document.section("Cost of the agent"));
        alerts(fields.objects("alerts"), document.section("Alerts"));
        return document;
    }

    private void head(StoredRun run, Fields fields, Section section) {
        String version = run.applicationVersion();
        String outcome = fields.text("outcome");
        section.entry("id", run.id());
        section.entry("version", version == null ? "" : version);
        section.entry("started", TimeText.exact(run.start(), zone));
        Instant end = run.end();
        section.entry(run.killed() ? "last seen" : "ended", end == null ? "" : TimeText.exact(end, zone));
        Integer exit = run.exitCode();
        section.entry(
                "result",
                Objects.requireNonNullElse(outcome, "") + (exit == null ? "" : ", exit code " + exit),
                RunWords.result(run).style());
        section.entry("options", String.join(" ", fields.texts("options")));
        String type = fields.object("error").text("type");
        String message = fields.object("error").text("message");
        section.entry("error", type == null ? "" : type + (message == null ? "" : ": " + message));
    }

    private static void time(Fields duration, Section section) {
        section.entry("command", Amount.known(Amount.millis(duration.number("total_ms"))));
        section.entry("process", Amount.known(time(duration, "process_ms")));
        section.entry("JVM startup", Amount.known(time(duration, "jvm_startup_ms")));
        Double command = duration.number("until_command_ms");
        Double process = duration.number("process_ms");
        Double total = duration.number("total_ms");
        if (command != null && process != null && total != null) {
            section.entry(
                    "since JVM start",
                    ResourceSection.list(
                            ResourceSection.before("main after", Amount.millis(duration.number("until_main_ms"))),
                            ResourceSection.before("command after", Amount.millis(command)),
                            "exit " + Amount.millis(Math.max(0, process - command - total)) + " after the command"));
        }
        Double initialisers = duration.number("main_class_ms");
        if (initialisers != null) {
            section.entry("main class", Amount.millis(initialisers) + " in its static initialisers, before main");
        }
    }

    /** Agents wrote negative times when the clock was set during a run. */
    private static String time(Fields duration, String field) {
        Double ms = duration.number(field);
        return Amount.millis(ms == null || ms < 0 ? null : ms);
    }

    private static void values(Map<String, String> values, Section section) {
        values.forEach((name, value) -> section.entry(name, value.equals("null") ? "" : value));
    }

    private static void agent(Fields self, Section section) {
        String version = self.text("agent_version");
        String plan = self.text("plan");
        section.entry("version", version == null ? "" : version);
        section.entry(
                "plan",
                "cold".equals(plan)
                        ? "cold: classes were woven; the next run does not need to"
                        : Objects.requireNonNullElse(plan, ""));
        section.entry("start", Amount.known(Amount.millis(self.number("premain_ms"))));
        section.entry("weaving", Amount.known(Amount.millis(self.number("weave_ms"))));
        section.entry("exit", Amount.known(Amount.millis(self.number("exit_ms"))));
        section.entry("hook calls", Amount.known(Amount.count(self.whole("hook_calls"))));
        if (Boolean.TRUE.equals(self.flag("classes_missed"))) {
            section.entry(
                    "missed",
                    "what the classes of one of the application's class loaders did, because it was created after "
                            + "perf-agent had stopped watching class loading; later runs watch for them",
                    Style.WARNING);
        }
    }

    private static void alerts(List<Fields> alerts, Section section) {
        for (Fields alert : alerts) {
            String severity = alert.text("severity", "warning");
            String unit = alert.text("unit", "");
            section.item(
                    severity + ": " + alert.text("type", "unknown") + " of " + alert.text("subject", "the run"),
                    Style.ofSeverity(severity));
            Double current = alert.number("current");
            Double threshold = alert.number("threshold");
            String limits = "current " + Amount.beside(current, threshold, unit) + ", threshold "
                    + Amount.limit(threshold, current, unit);
            Double baseline = alert.number("baseline");
            section.detail(
                    limits + (baseline == null ? "" : ", baseline " + Amount.beside(baseline, null, unit)),
                    Style.PLAIN);
            labelled("Evidence", alert.text("evidence"), section);
            labelled("Recommendation", alert.text("tip"), section);
        }
    }

    private static void labelled(String label, @Nullable String text, Section section) {
        if (text != null) {
            section.detail(label + ": " + text, Style.PLAIN);
        }
    }
}
