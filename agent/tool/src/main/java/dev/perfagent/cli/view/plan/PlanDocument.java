package dev.perfagent.cli.view.plan;

import static dev.perfagent.cli.view.run.ResourceSection.list;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.TimeText;
import dev.perfagent.plan.ClassTrace;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanFile;
import dev.perfagent.plan.PlanOrigin;
import dev.perfagent.plan.PlannedClass;
import dev.perfagent.plan.RuleMatch;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that is known of one plan. */
public final class PlanDocument {
    private final Clock clock;

    /** @param clock says how old it is, and has the zone in which times are shown */
    public PlanDocument(Clock clock) {
        this.clock = clock;
    }

    /** All of it. */
    public Document of(PlanFile file) {
        Document document = new Document(file.name());
        facts(file, document.opening());
        Plan plan = file.plan();
        if (plan != null) {
            problems(plan, document);
            woven(file, plan, document.section("Woven classes"));
            near(plan, document.section("Classes that fit and have no method that does"));
            Section watchedFor = document.section("Watched for");
            String watched =
                    plan.watched().stream().map(PlanDocument::watched).sorted().collect(Collectors.joining(", "));
            if (!watched.isEmpty()) {
                watchedFor.paragraph(watched, Style.PLAIN);
            }
        }
        return document;
    }

    /** What it is for, without the classes. */
    public Document summary(PlanFile file) {
        Document document = new Document();
        facts(file, document.opening());
        if (file.plan() != null) {
            problems(file.plan(), document);
        }
        return document;
    }

    private void facts(PlanFile file, Section section) {
        section.entry("file", file.file().getPath());
        String problem = file.problem();
        section.entry("not used", problem == null ? "" : "it " + problem, Style.WARNING);
        Plan plan = file.plan();
        if (plan != null) {
            section.entry("application", application(file, plan));
        }
        PlanOrigin origin = file.origin();
        section.entry("program", origin == null ? "" : origin.program());
        section.entry(
                "written",
                TimeText.second(Instant.ofEpochMilli(file.modifiedMillis()), clock.getZone()) + ", "
                        + Amount.age(clock.millis() - file.modifiedMillis()));
        section.entry("size", Amount.bytes((double) file.length()));
        section.entry("classes", PlanWords.classes(file));
        section.entry("watched", PlanWords.watching(file));
        if (origin != null) {
            section.entry("configuration", PlanWords.configuration(origin));
            section.entry("JDK", origin.jvm() + ", " + origin.javaHome());
            section.entry("perf-agent", origin.agentVersion() + ", " + origin.agentJar());
        }
        if (plan != null) {
            section.entry("limits", plan.hasThresholds() ? "those of the configuration" : "the standard ones");
            section.entry(
                    "runs",
                    plan.settings().keepsRuns()
                            ? "kept for " + Amount.counted(plan.settings().retentionDays(), "day", "days")
                            : "not kept");
        }
    }

    private static String application(PlanFile file, Plan plan) {
        String configured = plan.settings().applicationVersion();
        String version = configured == null ? plan.application().version() : configured;
        String mainClass = plan.application().mainClass();
        return list(
                Objects.requireNonNullElse(file.application(), "") + (version == null ? "" : " " + version),
                mainClass == null ? "" : "main class " + mainClass);
    }

    private static String watched(String pattern) {
        return pattern.charAt(0) == ClassTrace.MARK
                ? "classes that contain '" + pattern.substring(1) + "'"
                : pattern.replace('/', '.');
    }

    private static void problems(Plan plan, Document document) {
        Section section = document.section("Configuration problems");
        plan.problems().forEach(problem -> section.item(problem, Style.WARNING));
    }

    private static void woven(PlanFile file, Plan plan, Section section) {
        TreeSet<String> names = new TreeSet<>();
        for (PlannedClass known : file.classes()) {
            if (known.isWoven()) {
                names.add(known.name());
            }
        }
        for (String name : names) {
            section.item(name, Style.PLAIN);
            for (RuleMatch match : plan.matches()) {
                if (match.className().equals(name) && !match.methods().isEmpty()) {
                    section.detail(subject(match, plan) + ": " + String.join(", ", match.methods()), Style.FAINT);
                }
            }
        }
    }

    private static void near(Plan plan, Section section) {
        for (RuleMatch match : plan.matches()) {
            if (match.methods().isEmpty()) {
                section.item(match.className() + " - " + subject(match, plan), Style.PLAIN);
            }
        }
    }

    /** Two rules may have one name; their places tell them apart. */
    private static String subject(RuleMatch match, Plan plan) {
        boolean isShared = match.rule() != RuleMatch.PROBE
                && plan.matches().stream()
                        .anyMatch(other ->
                                other.rule() != match.rule() && other.subject().equals(match.subject()));
        return match.rule() == RuleMatch.PROBE
                ? "probe " + match.subject()
                : match.subject() + (isShared ? " (rule " + (match.rule() + 1) + ")" : "");
    }
}
