package dev.perfagent.cli.view.match;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Page;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.TimeText;
import dev.perfagent.match.MatchFile;
import dev.perfagent.match.Subject;
import dev.perfagent.match.Subject.ClassMatch;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Which rules matched what, and why the others did not; as of the last run that wove, which is not every run. */
public final class MatchPage {
    /** More classes than these would hide the rules behind them. */
    private static final int MAX_CLASSES = 8;

    /** Classes of a library; nobody asked for them by name. */
    private static final int MAX_NAMES = 3;

    private final ZoneId zone;

    /** @param zone in which times are told */
    public MatchPage(ZoneId zone) {
        this.zone = zone;
    }

    /** Writes what was found for one application. */
    public void write(MatchFile found, Output out) {
        Page page = new Page(out.screen());
        page.title(found.application());
        page.entry("cold run", TimeText.second(found.time(), zone));
        page.entry("configuration", found.config() == null ? "none" : found.config());
        page.entry("classes", Amount.known(Amount.count(found.loadedClasses())));
        page.section("Configuration problems");
        found.problems().forEach(problem -> page.paragraph(2, problem, Style.WARNING));
        page.section("Rules");
        if (found.rules().isEmpty()) {
            page.paragraph(
                    2,
                    "There are no rules. Commands are recognised without them; phases need rules in "
                            + "instrumentation.yml.",
                    Style.PLAIN);
        }
        found.rules().forEach(rule -> rule(rule, page, out.screen()));
        probes(found.probes(), page, out.screen());
        page.writeTo(out);
    }

    private static void rule(Subject rule, Page page, Screen screen) {
        String mark = rule.isActive() ? screen.yes() : screen.no();
        Style style = !rule.isActive() ? Style.BAD : neverCalled(rule) ? Style.WARNING : Style.GOOD;
        page.paragraph(2, mark + " " + rule.name() + " - " + verdict(rule), style);
        page.paragraph(4, rule.target(), Style.FAINT);
        notWoven(rule, page, screen);
        if (rule.isActive()) {
            classes(rule.matched(), page);
        } else if (!rule.near().isEmpty()) {
            near(rule, page);
        } else if (rule.notWoven().isEmpty()) {
            page.paragraph(4, reason(rule), Style.PLAIN);
        }
    }

    private static boolean neverCalled(Subject rule) {
        return Long.valueOf(0).equals(rule.calls());
    }

    private static String verdict(Subject rule) {
        if (!rule.isActive()) {
            return rule.notWoven().isEmpty() ? "nothing matched" : "could not be woven";
        }
        if (neverCalled(rule)) {
            return "matched, not called in that run";
        }
        return rule.calls() == null ? "matched" : Amount.counted(rule.calls(), "call", "calls") + " in that run";
    }

    private static void classes(List<ClassMatch> classes, Page page) {
        for (ClassMatch match : classes.subList(0, Math.min(MAX_CLASSES, classes.size()))) {
            page.paragraph(4, match.name() + ": " + String.join(", ", match.methods()), Style.PLAIN);
        }
        more(classes, page);
    }

    private static void notWoven(Subject subject, Page page, Screen screen) {
        for (ClassMatch match : subject.notWoven()
                .subList(0, Math.min(MAX_CLASSES, subject.notWoven().size()))) {
            page.paragraph(
                    4,
                    screen.no() + " " + match.name() + ": " + String.join(", ", match.methods())
                            + " could not be woven: " + match.reason(),
                    Style.WARNING);
        }
        more(subject.notWoven(), page);
    }

    private static String names(List<ClassMatch> classes) {
        int others = classes.size() - MAX_NAMES;
        return classes.stream().limit(MAX_NAMES).map(ClassMatch::name).collect(Collectors.joining(", "))
                + (others > 0 ? " and " + others + " more" : "");
    }

    private static void near(Subject rule, Page page) {
        List<String> methods = rule.patterns("method");
        String missing =
                methods.isEmpty() ? "no method to measure" : "no method '" + String.join("' or '", methods) + "'";
        for (ClassMatch match :
                rule.near().subList(0, Math.min(MAX_CLASSES, rule.near().size()))) {
            page.paragraph(4, "class " + match.name() + " fits but has " + missing, Style.PLAIN);
        }
        more(rule.near(), page);
    }

    private static void more(List<ClassMatch> classes, Page page) {
        if (classes.size() > MAX_CLASSES) {
            page.paragraph(4, "and " + Amount.counted(classes.size() - MAX_CLASSES, "class", "classes"), Style.PLAIN);
        }
    }

    private static String reason(Subject rule) {
        String name = String.join("", rule.patterns("class"));
        if (name.isEmpty()) {
            return "no class that fits was loaded - was this code reached in that run?";
        }
        if (name.contains(".")) {
            return "no class of that name was loaded - is the pattern right, and was this code reached in that run?";
        }
        return "no class of that name was loaded - classes are matched with their package, e.g. com.example." + name
                + " or *." + name;
    }

    private static void probes(List<Subject> probes, Page page, Screen screen) {
        page.section("Observed without a rule");
        for (Subject probe : probes) {
            if (probe.isActive()) {
                page.entry(probe.name(), names(probe.matched()));
            } else if (!probe.near().isEmpty()) {
                page.entry(
                        probe.name(),
                        "its version is not supported: no hook fits " + names(probe.near()),
                        Style.WARNING);
            }
            notWoven(probe, page, screen);
        }
        String others = probes.stream()
                .filter(probe -> !probe.isActive()
                        && probe.near().isEmpty()
                        && probe.notWoven().isEmpty())
                .map(Subject::name)
                .collect(Collectors.joining(", "));
        page.entry("not in use", others);
    }
}
