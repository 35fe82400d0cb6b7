package dev.perfagent.cli.view.plan;

import static dev.perfagent.cli.view.run.ResourceSection.list;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Page;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.TimeText;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanFile;
import dev.perfagent.plan.PlanOrigin;
import dev.perfagent.plan.PlannedClass;
import dev.perfagent.plan.RuleMatch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that is known of one plan. */
public final class PlanPage {
    private final Clock clock;

    /** @param clock tells how old it is, and the zone in which times are told */
    public PlanPage(Clock clock) {
        this.clock = clock;
    }

    /** Writes it. */
    public void write(PlanFile file, Output out) {
        Page page = new Page(out.screen());
        page.title(file.name());
        facts(file, page);
        Plan plan = file.plan();
        if (plan != null) {
            problems(plan, page);
            woven(file, plan, page);
            near(plan, page);
            page.section("Watched for");
            String watched = plan.watched().stream()
                    .map(pattern -> pattern.replace('/', '.'))
                    .sorted()
                    .collect(Collectors.joining(", "));
            if (!watched.isEmpty()) {
                page.paragraph(2, watched, Style.PLAIN);
            }
        }
        page.writeTo(out);
    }

    /** What it is for, without the classes. */
    public List<String> summary(PlanFile file, Screen screen) {
        Page page = new Page(screen);
        facts(file, page);
        if (file.plan() != null) {
            problems(file.plan(), page);
        }
        return page.lines();
    }

    private void facts(PlanFile file, Page page) {
        page.entry("file", file.file().getPath());
        String problem = file.problem();
        page.entry("not used", problem == null ? "" : "it " + problem, Style.WARNING);
        Plan plan = file.plan();
        if (plan != null) {
            page.entry("application", application(file, plan));
        }
        PlanOrigin origin = file.origin();
        page.entry("program", origin == null ? "" : origin.program());
        page.entry(
                "written",
                TimeText.second(Instant.ofEpochMilli(file.modifiedMillis()), clock.getZone()) + ", "
                        + Amount.age(clock.millis() - file.modifiedMillis()));
        page.entry("size", Amount.bytes((double) file.length()));
        page.entry("classes", PlanWords.classes(file));
        page.entry("watched", PlanWords.watching(file));
        if (origin != null) {
            page.entry("configuration", PlanWords.configuration(origin));
            page.entry("JDK", origin.jvm() + ", " + origin.javaHome());
            page.entry("perf-agent", origin.agentVersion() + ", " + origin.agentJar());
        }
        if (plan != null) {
            page.entry("limits", plan.hasThresholds() ? "those of the configuration" : "the standard ones");
            page.entry(
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

    private static void problems(Plan plan, Page page) {
        page.section("Configuration problems");
        plan.problems().forEach(problem -> page.paragraph(2, problem, Style.WARNING));
    }

    private static void woven(PlanFile file, Plan plan, Page page) {
        page.section("Woven classes");
        TreeSet<String> names = new TreeSet<>();
        for (PlannedClass known : file.classes()) {
            if (known.isWoven()) {
                names.add(known.name());
            }
        }
        for (String name : names) {
            page.paragraph(2, name, Style.PLAIN);
            for (RuleMatch match : plan.matches()) {
                if (match.className().equals(name) && !match.methods().isEmpty()) {
                    page.paragraph(4, subject(match, plan) + ": " + String.join(", ", match.methods()), Style.FAINT);
                }
            }
        }
    }

    private static void near(Plan plan, Page page) {
        page.section("Classes that fit and have no method that does");
        for (RuleMatch match : plan.matches()) {
            if (match.methods().isEmpty()) {
                page.paragraph(2, match.className() + " - " + subject(match, plan), Style.PLAIN);
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
