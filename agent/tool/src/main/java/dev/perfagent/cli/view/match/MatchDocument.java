package dev.perfagent.cli.view.match;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.TimeText;
import dev.perfagent.match.MatchFile;
import dev.perfagent.match.Subject;
import dev.perfagent.match.Subject.ClassMatch;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Which rules matched what, and why the others did not; as of the last run that wove, which is not every run. */
public final class MatchDocument {
    /** More classes than these would hide the rules behind them. */
    private static final int MAX_CLASSES = 8;

    /** Classes of a library; nobody asked for them by name. */
    private static final int MAX_NAMES = 3;

    private static final String YES = "✓";
    private static final String NO = "✗";

    private final ZoneId zone;

    /** @param zone in which times are shown */
    public MatchDocument(ZoneId zone) {
        this.zone = zone;
    }

    /** What was found for one application. */
    public Document of(MatchFile found) {
        Document document = new Document(found.application());
        Section section = document.opening();
        section.entry("cold run", TimeText.second(found.time(), zone));
        section.entry("configuration", found.config() == null ? "none" : found.config());
        section.entry("classes", Amount.known(Amount.count(found.loadedClasses())));
        Section problems = document.section("Configuration problems");
        found.problems().forEach(problem -> problems.item(problem, Style.WARNING));
        Section rules = document.section("Rules");
        if (found.rules().isEmpty()) {
            rules.paragraph(
                    "There are no rules. Commands are recognised without them; phases need rules in "
                            + "instrumentation.yml.",
                    Style.PLAIN);
        }
        found.rules().forEach(rule -> rule(rule, rules));
        probes(found.probes(), document.section("Observed without a rule"));
        return document;
    }

    private static void rule(Subject rule, Section section) {
        boolean isUsed = rule.isActive() && rule.noValue().isEmpty();
        String mark = isUsed ? YES : NO;
        Style style = !isUsed ? Style.BAD : neverCalled(rule) ? Style.WARNING : Style.GOOD;
        section.item(mark + " " + rule.name() + " - " + verdict(rule), style);
        section.detail(rule.target(), Style.FAINT);
        notWoven(rule, section);
        if (rule.isActive()) {
            if (!rule.noValue().isEmpty()) {
                section.detail("no value to store: " + rule.noValue(), Style.WARNING);
            }
            classes(rule.matched(), section);
        } else if (!rule.near().isEmpty()) {
            near(rule, section);
        } else if (rule.notWoven().isEmpty()) {
            section.detail(reason(rule), Style.PLAIN);
            if (!rule.nearest().isEmpty()) {
                section.detail(nearest(rule), Style.PLAIN);
            }
        }
    }

    private static boolean neverCalled(Subject rule) {
        return Long.valueOf(0).equals(rule.calls());
    }

    private static String verdict(Subject rule) {
        if (!rule.isActive()) {
            boolean isRefused =
                    rule.notWoven().stream().anyMatch(match -> match.name().isEmpty());
            return isRefused ? "not used" : rule.notWoven().isEmpty() ? "nothing matched" : "could not be woven";
        }
        if (neverCalled(rule)) {
            return "matched, not called in that run";
        }
        if (rule.calls() == null) {
            return "matched";
        }
        String calls = Amount.counted(rule.calls(), "call", "calls") + " in that run";
        return rule.noValue().isEmpty() ? calls : calls + ", nothing stored";
    }

    private static void classes(List<ClassMatch> classes, Section section) {
        for (ClassMatch match : classes.subList(0, Math.min(MAX_CLASSES, classes.size()))) {
            section.detail(match.name() + ": " + String.join(", ", match.methods()), Style.PLAIN);
        }
        more(classes, section);
    }

    private static void notWoven(Subject subject, Section section) {
        for (ClassMatch match : subject.notWoven()
                .subList(0, Math.min(MAX_CLASSES, subject.notWoven().size()))) {
            if (match.name().isEmpty()) {
                section.detail(NO + " " + match.reason(), Style.WARNING);
                continue;
            }
            String methods =
                    match.methods().isEmpty() ? "" : String.join(", ", match.methods()) + " could not be woven: ";
            section.detail(NO + " " + match.name() + ": " + methods + match.reason(), Style.WARNING);
        }
        more(subject.notWoven(), section);
    }

    private static String names(List<ClassMatch> classes) {
        int others = classes.size() - MAX_NAMES;
        return classes.stream().limit(MAX_NAMES).map(ClassMatch::name).collect(Collectors.joining(", "))
                + (others > 0 ? " and " + others + " more" : "");
    }

    private static void near(Subject rule, Section section) {
        List<String> methods = rule.patterns("method");
        String missing =
                methods.isEmpty() ? "no method to measure" : "no method '" + String.join("' or '", methods) + "'";
        for (ClassMatch match :
                rule.near().subList(0, Math.min(MAX_CLASSES, rule.near().size()))) {
            String meant = match.nearestMethod().isEmpty() ? "" : "; did you mean '" + match.nearestMethod() + "'?";
            section.detail("class " + match.name() + " fits but has " + missing + meant, Style.PLAIN);
        }
        more(rule.near(), section);
    }

    private static void more(List<ClassMatch> classes, Section section) {
        if (classes.size() > MAX_CLASSES) {
            section.detail("and " + Amount.counted(classes.size() - MAX_CLASSES, "class", "classes"), Style.PLAIN);
        }
    }

    /** Which classes are probably meant, and why they do not fit. */
    private static String nearest(Subject rule) {
        String pattern = String.join("", rule.patterns("class"));
        String names = String.join(", ", rule.nearest());
        String start = pattern.substring(0, Math.max(0, pattern.indexOf('*')));
        boolean isBelow = !start.isEmpty()
                && !pattern.contains("**")
                && rule.nearest().stream().allMatch(name -> name.startsWith(start));
        return isBelow
                ? "loaded were " + names + ", in packages below: '*' stays within one package, '**' does not"
                : "near to it, and loaded: " + names;
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
                + " or **." + name;
    }

    /** A library for which there is no probe has no methods that could not be woven. */
    private static boolean isNotObserved(Subject probe) {
        return probe.notWoven().stream().anyMatch(match -> match.methods().isEmpty());
    }

    private static void probes(List<Subject> probes, Section section) {
        for (Subject probe : probes) {
            if (probe.isActive()) {
                section.entry(probe.name(), names(probe.matched()));
            } else if (!probe.near().isEmpty()) {
                section.entry(
                        probe.name(),
                        "its version is not supported: no hook fits " + names(probe.near()),
                        Style.WARNING);
            } else if (isNotObserved(probe)) {
                section.entry(probe.name(), "in use, not observed", Style.WARNING);
            }
            notWoven(probe, section);
        }
        String others = probes.stream()
                .filter(probe -> !probe.isActive()
                        && probe.near().isEmpty()
                        && probe.notWoven().isEmpty())
                .map(Subject::name)
                .collect(Collectors.joining(", "));
        section.entry("not in use", others);
    }
}
