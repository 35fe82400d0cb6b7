package dev.perfagent.chart;

import dev.perfagent.history.RunPurpose;
import dev.perfagent.history.StoredRun;
import dev.perfagent.tally.CommandName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collector;

/** The newest profiles of each command, by the runs that are labelled with them. */
public final class ProfiledRuns {
    /** The label of a profiled run that names its profile. */
    private static final String LABEL = "profile";

    /** Of a command; one for each of its last versions. */
    private static final int MOST_PROFILES = 5;

    /** The id of a profile begins with its time. */
    private final Map<CommandName, TreeMap<String, Profiled>> commands = new HashMap<>();

    private ProfiledRuns() {}

    /**
     * Runs of one command with a profiler.
     *
     * @param profile its id
     * @param version of the application; empty if it is not known
     * @param start of the first run, in ms since 1970
     * @param runs their ids
     */
    public record Profiled(String profile, String version, long start, List<String> runs) {
        public Profiled {
            runs = List.copyOf(runs);
        }

        private Profiled plus(Profiled other) {
            TreeSet<String> all = new TreeSet<>(runs);
            all.addAll(other.runs);
            return new Profiled(
                    profile,
                    start <= other.start ? version : other.version,
                    Math.min(start, other.start),
                    List.copyOf(all));
        }
    }

    /** Notes the profiled ones among the runs that it is given. */
    public static Collector<StoredRun, ?, ProfiledRuns> collector() {
        return Collector.of(
                ProfiledRuns::new, ProfiledRuns::add, ProfiledRuns::plus, Collector.Characteristics.UNORDERED);
    }

    private void add(StoredRun run) {
        Object profile = run.context().get(LABEL);
        if (profile != null && RunPurpose.of(run) == RunPurpose.PROFILE) {
            String version = run.applicationVersion();
            add(
                    new CommandName(run.application(), run.command()),
                    new Profiled(
                            profile.toString(),
                            version == null ? "" : version,
                            run.start().toEpochMilli(),
                            List.of(run.id())));
        }
    }

    private ProfiledRuns plus(ProfiledRuns other) {
        other.commands.forEach((name, profiles) -> profiles.values().forEach(profiled -> add(name, profiled)));
        return this;
    }

    private void add(CommandName name, Profiled profiled) {
        TreeMap<String, Profiled> profiles = commands.computeIfAbsent(name, ignored -> new TreeMap<>());
        profiles.merge(profiled.profile(), profiled, Profiled::plus);
        if (profiles.size() > MOST_PROFILES) {
            profiles.pollFirstEntry();
        }
    }

    /** The newest first; empty for a command that was not profiled. */
    public List<Profiled> of(CommandName command) {
        List<Profiled> profiles =
                new ArrayList<>(commands.getOrDefault(command, new TreeMap<>()).values());
        profiles.sort(Comparator.comparing(Profiled::profile).reversed());
        return profiles;
    }
}
