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
import dev.perfagent.profile.ProfileEvent;
import dev.perfagent.profile.ProfileSession;
import dev.perfagent.profile.Profiler;
import dev.perfagent.profile.SavedStacks;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A profile, for people. */
public final class ProfileDocument {
    private static final int MOST_METHODS = 10;
    private static final double NANOS_A_MS = 1e6;
    private static final double PERCENT = 100;

    private ProfileDocument() {}

    /**
     * What a command says of the profile.
     *
     * @param phases those that are shown
     * @param only the phase that was asked for; null for all
     */
    public static Document of(ProfileSession.Result result, Map<String, PhaseProfile> phases, @Nullable String only) {
        Profile profile = result.profile();
        Profiler profiler = result.profiler();
        long cpuSamples = profile.phases().values().stream()
                .mapToLong(PhaseProfile::cpuSamples)
                .sum();
        Document document = new Document("Profile");
        Section table = document.section("Phases");
        table.columns(
                Column.elastic("PHASE"),
                Column.number("CPU"),
                Column.number("SAMPLED"),
                Column.number("WALL"),
                Column.number("ALLOCATED"),
                Column.number("LOCKS"),
                Column.number("GC"),
                Column.number("JIT"),
                Column.number("CLASSES"));
        phases.forEach((name, phase) -> table.row(
                Cell.of(name),
                Cell.of(Amount.millis(phase.cpuMs())),
                Cell.of(cpuSamples == 0 ? Amount.UNKNOWN : Amount.percent((double) phase.cpuSamples() / cpuSamples)),
                Cell.of(phase.wallNanos() == 0 ? Amount.UNKNOWN : millis(phase.wallNanos())),
                Cell.of(Amount.bytes((double) phase.allocatedBytes())),
                Cell.of(millis(phase.lockNanos())),
                Cell.of(profiler.knowsJvm() ? millis(phase.gcNanos()) : Amount.UNKNOWN),
                Cell.of(profiler.knowsJvm() ? millis(phase.jitNanos()) : Amount.UNKNOWN),
                Cell.of(profiler.knowsJvm() ? Amount.count(phase.classes()) : Amount.UNKNOWN)));
        table.note("SAMPLED is the phase's share of " + Amount.counted(cpuSamples, "CPU sample", "CPU samples")
                + "; allocated bytes are estimated from samples, too. CPU and WALL of a phase include the phases"
                + " inside it; the rest of its row does not."
                + (result.runs() == 1 ? "" : " All are sums of " + result.runs() + " runs."));
        table.note("Sampled by " + profiler.name()
                + (profiler.problem() == null
                        ? "."
                        : ", because async-profiler does not work here: " + profiler.problem()));
        if (!profiler.knowsJvm()) {
            table.note(
                    "GC, JIT and classes are not known, because the command's Java has no Flight Recorder (the module "
                            + "jdk.jfr).");
        }
        phases.forEach((name, phase) -> methods(document.section(name), phase, profile.event()));
        if (profile.samples() == 0) {
            document.closing()
                    .paragraph(
                            "Nothing was sampled: the command started no JVM, or did nothing of --event "
                                    + profile.event().text() + ".",
                            Style.WARNING);
        } else if (!phases.isEmpty() && !profile.hasEnough(only)) {
            document.closing()
                    .paragraph(
                            "Too short: no phase "
                                    + (only == null ? "" : "that was asked for ") + "has "
                                    + profile.event().fewestSamples() + " samples. "
                                    + "Profile a longer run, or let '--repeat auto' repeat the command.",
                            Style.WARNING);
        }
        return document;
    }

    private static void methods(Section section, PhaseProfile phase, ProfileEvent event) {
        section.columns(Column.number("SHARE"), Column.elastic("METHOD"));
        phase.hotMethods().stream()
                .limit(MOST_METHODS)
                .forEach((HotMethod hot) -> section.row(Amount.percent(hot.share()), hot.method()));
        if (phase.samples() > 0 && phase.samples() < event.fewestSamples()) {
            section.note("Only " + Amount.counted(phase.samples(), "sample", "samples") + ": a share may be off by "
                    + Math.round(PERCENT / Math.sqrt((double) phase.samples())) + " points.");
        }
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
