package dev.perfagent.compare;

import dev.perfagent.config.Suggestion;
import dev.perfagent.history.Label;
import dev.perfagent.history.TimeRange;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads which runs are meant. {@code date:}, {@code version:}, {@code label:NAME=VALUE}, {@code run:}, {@code last:},
 * {@code baseline:} and {@code file:} say it; without them a word has to mean one thing only. A time and {@code last N} are
 * always that; a saved baseline cannot be called so.
 */
public final class SelectorReader {
    private static final Pattern PREFIX = Pattern.compile("(date|version|label|run|last|baseline|file):(.*)");
    private static final Pattern LAST = Pattern.compile("last(?:[ :](\\d{1,4}))?");
    private static final Pattern LABEL = Pattern.compile("([^=:/\\\\]+)=(.+)");
    private static final int MOST_TOLD = 5;

    private final Function<String, @Nullable TimeRange> times;
    private final Function<String, @Nullable Path> saved;
    private final Supplier<List<String>> savedNames;

    /**
     * @param times the time that a text names; null when it names none
     * @param saved the file of a saved baseline; null when there is none of that name
     * @param savedNames those of all saved baselines
     */
    public SelectorReader(
            Function<String, @Nullable TimeRange> times,
            Function<String, @Nullable Path> saved,
            Supplier<List<String>> savedNames) {
        this.times = times;
        this.saved = saved;
        this.savedNames = savedNames;
    }

    /** Whether it takes a look at the history to know what a word means. */
    public boolean mustLookUp(String word) {
        Matcher prefix = PREFIX.matcher(word);
        return prefix.matches() ? prefix.group(1).equals("run") : !isReserved(word);
    }

    /** What the history is to be searched for. */
    public static String lookedUp(String word) {
        return word.startsWith("run:") ? word.substring("run:".length()) : word;
    }

    /** Whether a word always means a time or the last runs. */
    public boolean isReserved(String word) {
        return LAST.matcher(word).matches() || times.apply(word) != null;
    }

    /**
     * What a word means.
     *
     * @param known what the history has; matters only for words that have to be looked up
     * @throws SelectorException when it means nothing or more than one thing
     */
    public Selector read(String word, SelectorTargets known) throws SelectorException {
        Matcher prefix = PREFIX.matcher(word);
        if (prefix.matches()) {
            return prefixed(prefix.group(1), prefix.group(2), word, known);
        }
        Matcher last = LAST.matcher(word);
        if (last.matches()) {
            return last(last.group(1), word);
        }
        TimeRange range = times.apply(word);
        return range != null ? new Selector.Time(word, range) : guessed(word, known);
    }

    private Selector prefixed(String kind, String value, String word, SelectorTargets known) throws SelectorException {
        if (value.isBlank()) {
            throw new SelectorException("'" + word + "' is incomplete; say which");
        }
        return switch (kind) {
            case "date" -> time(value, word);
            case "version" -> new Selector.Version(value);
            case "label" -> label(value, word);
            case "run" -> run(value, known);
            case "last" -> last(value, word);
            case "baseline" -> savedBaseline(value, word);
            default -> file(value, word);
        };
    }

    private Selector guessed(String word, SelectorTargets known) throws SelectorException {
        List<Selector> meant = new ArrayList<>();
        if (known.hasVersion(word)) {
            meant.add(new Selector.Version(word));
        }
        if (!word.isEmpty() && !known.ids(word).isEmpty()) {
            meant.add(new Selector.Id(word));
        }
        Path baseline = saved.apply(word);
        if (baseline != null) {
            meant.add(new Selector.File("baseline:" + word, baseline));
        }
        Path file = existing(word);
        if (file != null) {
            meant.add(new Selector.File("file:" + word, file));
        }
        Matcher label = LABEL.matcher(word);
        if (label.matches()) {
            meant.add(new Selector.Labelled(new Label(label.group(1), label.group(2))));
        }
        if (meant.isEmpty()) {
            throw new SelectorException(unknown(word, known));
        }
        if (meant.size() > 1) {
            throw new SelectorException("'" + word + "' may mean "
                    + String.join(" or ", meant.stream().map(Selector::text).toList()) + "; say which");
        }
        return meant.get(0) instanceof Selector.Id ? run(word, known) : meant.get(0);
    }

    private String unknown(String word, SelectorTargets known) {
        List<String> names = new ArrayList<>(known.versions(Integer.MAX_VALUE));
        names.addAll(savedNames.get());
        String nearest = Suggestion.nearest(word, names);
        if (nearest != null) {
            return "'" + word + "' is not a date, version, run id, saved baseline or file; did you mean '" + nearest
                    + "'?";
        }
        List<String> versions = known.versions(MOST_TOLD);
        return "'" + word
                + "' is not a date, version, run id, saved baseline or file; give 7d, 2026-11-01..2026-11-07, last "
                + "10, version:2.0.0, label:NAME=VALUE, run:ID, baseline:NAME or file:PATH"
                + (versions.isEmpty() ? "" : "; versions here: " + String.join(", ", versions));
    }

    private Selector time(String value, String word) throws SelectorException {
        TimeRange range = times.apply(value);
        if (range == null) {
            throw new SelectorException(
                    "'" + word + "' is not a time; give date:7d, date:2026-11-20 or date:2026-11-01..2026-11-07");
        }
        return new Selector.Time(value, range);
    }

    private static Selector label(String value, String word) throws SelectorException {
        int equals = value.indexOf('=');
        if (equals < 0) {
            return new Selector.Labelled(new Label(value, null));
        }
        if (equals < 1) {
            throw new SelectorException("'" + word + "' is not a label; give label:NAME=VALUE or label:NAME");
        }
        return new Selector.Labelled(new Label(value.substring(0, equals), value.substring(equals + 1)));
    }

    private static Selector run(String value, SelectorTargets known) throws SelectorException {
        List<String> ids = known.ids(value);
        if (ids.isEmpty()) {
            throw new SelectorException("no run has an id that begins with '" + value + "'; 'runs' lists them");
        }
        if (ids.size() > 1) {
            throw new SelectorException(ids.size() + " runs have an id that begins with '" + value + "': "
                    + String.join(", ", ids.subList(0, Math.min(MOST_TOLD, ids.size())))
                    + (ids.size() > MOST_TOLD ? ", ..." : ""));
        }
        return new Selector.Id(ids.get(0));
    }

    private static Selector last(@Nullable String value, String word) throws SelectorException {
        int count = value == null ? 1 : value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
        if (count < 1 || count > ExcludedRuns.MOST_RUNS) {
            throw new SelectorException("'" + word + "' is not 'last N' with N from 1 to " + ExcludedRuns.MOST_RUNS);
        }
        return new Selector.Last(count);
    }

    private Selector savedBaseline(String name, String word) throws SelectorException {
        Path file = saved.apply(name);
        if (file == null) {
            List<String> names = savedNames.get();
            String nearest = Suggestion.nearest(name, names);
            throw new SelectorException("no baseline is saved as '" + name + "'"
                    + (nearest != null
                            ? "; did you mean '" + nearest + "'?"
                            : names.isEmpty()
                                    ? "; none is saved yet, 'baseline save' saves one"
                                    : "; there are " + String.join(", ", names)));
        }
        return new Selector.File(word, file);
    }

    private static Selector file(String path, String word) throws SelectorException {
        Path file = existing(path);
        if (file == null) {
            throw new SelectorException("there is no file '" + path + "'");
        }
        return new Selector.File(word, file);
    }

    private static @Nullable Path existing(String path) {
        try {
            Path file = Path.of(path);
            return !path.isBlank() && Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
