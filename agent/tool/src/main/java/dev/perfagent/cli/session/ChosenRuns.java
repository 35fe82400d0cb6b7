package dev.perfagent.cli.session;

import dev.perfagent.baseline.Baseline;
import dev.perfagent.baseline.BaselineStore;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.TimeframeConverter;
import dev.perfagent.cli.option.UnclearTimeException;
import dev.perfagent.compare.RunGroup;
import dev.perfagent.compare.RunGroupReader;
import dev.perfagent.compare.Selector;
import dev.perfagent.compare.SelectorException;
import dev.perfagent.compare.SelectorReader;
import dev.perfagent.compare.SelectorTargets;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.TimeRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Finds the runs that a command line means. */
public final class ChosenRuns {
    /** What an option's help says of it. */
    public static final String FORMS =
            "7d, 2026-11-01..2026-11-07, last 10, label:NAME=VALUE, baseline:NAME, file:PATH, run:ID or "
                    + "version:2.0.0; the prefix may be left out where only one meaning is possible";

    private final Session session;
    private final CommandSpec spec;
    private final HistoryOptions from;
    private @Nullable StoredRuns opened;

    public ChosenRuns(Session session, CommandSpec spec, HistoryOptions from) {
        this.session = session;
        this.spec = spec;
        this.from = from;
    }

    /** How selectors are read here. */
    public static SelectorReader reader(Session session) {
        TimeframeConverter times = new TimeframeConverter(session.clock());
        BaselineStore store = new BaselineStore(session.home());
        return new SelectorReader(text -> time(times, text), store::file, () -> names(store));
    }

    private static List<String> names(BaselineStore store) {
        try {
            return store.names();
        } catch (IOException e) {
            return List.of(); // only names to offer are missing
        }
    }

    /** The runs of each word, in their order. */
    public List<RunGroup> of(@Nullable String application, @Nullable String command, String... words)
            throws IOException {
        RunSelection wanted = RunSelection.ALL.ofApplication(application).ofCommand(command);
        List<Selector> selectors = selectors(reader(session), wanted, words);
        if (selectors.stream().allMatch(Selector.File.class::isInstance)
                && (from.isStrict() || !from.folders().isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "all these runs are in files; --history and --strict would change nothing");
        }
        List<RunGroup> found = selectors.stream().allMatch(Selector.File.class::isInstance)
                ? new ArrayList<>()
                : stored().collect(
                                wanted.in(hull(selectors)), RunGroupReader.of(selectors, StoredRuns.latest(session)));
        List<RunGroup> groups = new ArrayList<>();
        for (int i = 0; i < selectors.size(); i++) {
            groups.add(
                    selectors.get(i) instanceof Selector.File file
                            ? saved(file).only(application, command)
                            : found.get(i));
        }
        return groups;
    }

    /** Says why groups have no run, each reason once; the exit code for that. */
    public int reportEmpty(List<RunGroup> groups, @Nullable String application, @Nullable String command)
            throws IOException {
        Set<String> reasons = new LinkedHashSet<>();
        for (RunGroup group : groups) {
            String leftOut = leftOut(group);
            String reason = leftOut.isEmpty()
                    ? NoRunFits.why(group.text(), application, command, session, stored())
                    : "none of the runs of '" + group.text() + "' can be compared: " + leftOut;
            if (reason == null) {
                stored().reportHowToRecord();
                return ExitCode.USAGE;
            }
            reasons.add(reason);
        }
        reasons.forEach(why -> session.report("perf-agent: " + why));
        return ExitCode.USAGE;
    }

    /** What is left out of a group, in words; empty when nothing is. */
    public static String leftOut(RunGroup group) {
        return String.join(
                ", ",
                group.leftOut().entrySet().stream()
                        .map(why -> why.getValue() + " " + why.getKey().words())
                        .toList());
    }

    /** Opened once, after the home was seen to. */
    private StoredRuns stored() throws IOException {
        StoredRuns stored = opened;
        if (stored == null) {
            Upkeep.before(session, from);
            stored = StoredRuns.open(session, from);
            opened = stored;
        }
        return stored;
    }

    private List<Selector> selectors(SelectorReader reader, RunSelection wanted, String... words) throws IOException {
        try {
            return read(reader, wanted, words);
        } catch (SelectorException | UnclearTimeException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<Selector> read(SelectorReader reader, RunSelection wanted, String... words)
            throws IOException, SelectorException {
        List<String> lookedUp = List.of(words).stream()
                .filter(reader::mustLookUp)
                .map(SelectorReader::lookedUp)
                .toList();
        SelectorTargets known = lookedUp.isEmpty()
                ? SelectorTargets.nothing()
                : stored().history().collect(wanted.in(TimeRange.EVER), SelectorTargets.of(lookedUp));
        List<Selector> selectors = new ArrayList<>();
        for (String word : words) {
            selectors.add(reader.read(word, known));
        }
        return selectors;
    }

    private static RunGroup saved(Selector.File file) throws IOException {
        Baseline baseline = BaselineStore.read(file.path());
        return baseline.runs().namedAs(file.text() + " (" + baseline.runs().text() + ")");
    }

    /** The time outside of which nothing is wanted, so that its days need not be read. */
    private static TimeRange hull(List<Selector> selectors) {
        TimeRange hull = null;
        if (selectors.stream().anyMatch(Selector.Id.class::isInstance)) {
            return TimeRange.EVER;
        }
        for (Selector selector : selectors) {
            if (selector instanceof Selector.Time time) {
                hull = hull == null ? time.range() : around(hull, time.range());
            } else if (!(selector instanceof Selector.File)) {
                return TimeRange.ALL;
            }
        }
        return hull == null ? TimeRange.ALL : hull;
    }

    private static TimeRange around(TimeRange a, TimeRange b) {
        return new TimeRange(
                a.from() == null || b.from() == null ? null : a.from().isBefore(b.from()) ? a.from() : b.from(),
                a.to() == null || b.to() == null ? null : a.to().isAfter(b.to()) ? a.to() : b.to());
    }

    private static @Nullable TimeRange time(TimeframeConverter times, String text) {
        try {
            return times.convert(text);
        } catch (UnclearTimeException e) {
            throw e;
        } catch (TypeConversionException e) {
            return null;
        }
    }
}
