package dev.perfagent.cli.view.profile;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.profile.PhaseProfile;
import dev.perfagent.profile.PhaseProfile.HotMethod;
import dev.perfagent.profile.Profile;
import dev.perfagent.profile.Profiler;
import dev.perfagent.profile.SavedStacks;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A profile, for people. */
public final class ProfileDocument {
    private static final int MOST_METHODS = 10;
    private static final double NANOS_A_MS = 1e6;

    /** With fewer the share of a method is off by 10 points and more. */
    private static final int FEWEST_SAMPLES = 100;

    private ProfileDocument() {}

    public static Document of(Profile profile, Profiler profiler, Map<String, PhaseProfile> phases) {
        Document document = new Document("Profile");
        Section table = document.section("Phases");
        table.columns(
                Column.elastic("PHASE"),
                Column.number("CPU SAMPLES"),
                Column.number("WALL"),
                Column.number("ALLOCATED"),
                Column.number("LOCKS"),
                Column.number("GC"),
                Column.number("JIT"),
                Column.number("CLASSES"));
        phases.forEach((name, phase) -> table.row(
                Cell.of(name),
                Cell.of(Amount.count(phase.cpuSamples())),
                Cell.of(phase.wallNanos() == 0 ? Amount.UNKNOWN : millis(phase.wallNanos())),
                Cell.of(Amount.bytes((double) phase.allocatedBytes())),
                Cell.of(millis(phase.lockNanos())),
                Cell.of(profiler.knowsJvm() ? millis(phase.gcNanos()) : Amount.UNKNOWN),
                Cell.of(profiler.knowsJvm() ? millis(phase.jitNanos()) : Amount.UNKNOWN),
                Cell.of(profiler.knowsJvm() ? Amount.count(phase.classes()) : Amount.UNKNOWN)));
        table.note("Allocated bytes are estimated from samples. The time of a phase includes the phases inside it; the "
                + "rest of its row does not.");
        table.note("Sampled by " + profiler.name()
                + (profiler.problem() == null
                        ? "."
                        : ", because async-profiler does not work here: " + profiler.problem()));
        if (!profiler.knowsJvm()) {
            table.note(
                    "GC, JIT and classes are not known, because the command's Java has no Flight Recorder (the module "
                            + "jdk.jfr).");
        }
        phases.forEach((name, phase) -> methods(document.section(name), phase));
        if (profile.samples() < FEWEST_SAMPLES) {
            document.closing().paragraph(tooFew(profile.samples()), Style.WARNING);
        }
        return document;
    }

    private static String tooFew(long samples) {
        return samples == 0
                ? "Nothing was sampled: the command started no JVM, or one that ended at once."
                : "Only " + Amount.counted(samples, "sample", "samples")
                        + ": too few for shares that mean something. Profile a longer run, or give --repeat to run the "
                        + "command several times.";
    }

    private static void methods(Section section, PhaseProfile phase) {
        section.columns(Column.number("SHARE"), Column.elastic("METHOD"));
        phase.hotMethods().stream()
                .limit(MOST_METHODS)
                .forEach((HotMethod hot) -> section.row(Amount.percent(hot.share()), hot.method()));
    }

    /** What changed since a saved profile, in points of the same phase. */
    public static Document difference(
            Map<String, PhaseProfile> phases, Map<String, Map<String, Long>> saved, String savedId) {
        Document document = new Document("Compared with profile " + savedId);
        phases.forEach((name, phase) -> {
            Section section = document.section(name);
            Map<String, Double> before = SavedStacks.shares(saved, name);
            Map<String, Double> now = phase.shares();
            if (before.isEmpty()) {
                section.paragraph("That profile has no samples of this phase.", Style.PLAIN);
                return;
            }
            Set<String> methods = new TreeSet<>(before.keySet());
            methods.addAll(now.keySet());
            section.columns(Column.number("BEFORE"), Column.number("NOW"), Column.elastic("METHOD"));
            methods.stream()
                    .sorted((one, other) -> Double.compare(change(other, before, now), change(one, before, now)))
                    .limit(MOST_METHODS)
                    .forEach(method -> section.row(
                            Amount.percent(before.getOrDefault(method, 0.0)),
                            Amount.percent(now.getOrDefault(method, 0.0)),
                            method));
        });
        return document;
    }

    private static double change(String method, Map<String, Double> before, Map<String, Double> now) {
        return Math.abs(now.getOrDefault(method, 0.0) - before.getOrDefault(method, 0.0));
    }

    private static String millis(long nanos) {
        return Amount.millis(nanos / NANOS_A_MS);
    }
}
