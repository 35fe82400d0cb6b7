package dev.perfagent.compare;

import dev.perfagent.history.Label;
import dev.perfagent.history.RunKind;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.TimeRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Which runs one side of a comparison is about. */
public sealed interface Selector {
    /** As it is written. */
    String text();

    /** Whether a stored run is meant. */
    boolean accepts(StoredRun run);

    /** By which kind of runs it chooses them. */
    default RunKind kind() {
        return RunKind.ALL;
    }

    /** Whether runs that begin after that moment are meant too, which are dated in the future. */
    default boolean namesLaterThan(Instant moment) {
        return false;
    }

    /** Those that began then. */
    record Time(String text, TimeRange range) implements Selector {
        @Override
        public boolean accepts(StoredRun run) {
            return range.contains(run.start());
        }

        @Override
        public boolean namesLaterThan(Instant moment) {
            return range.namesLaterThan(moment);
        }
    }

    /** Those of a version of the application. */
    record Version(String version) implements Selector {
        @Override
        public String text() {
            return "version:" + version;
        }

        @Override
        public boolean accepts(StoredRun run) {
            return version.equals(run.applicationVersion());
        }
    }

    /** Those that carry a label, or had that value captured. */
    record Labelled(Label label) implements Selector {
        @Override
        public String text() {
            return "label:" + label;
        }

        @Override
        public boolean accepts(StoredRun run) {
            return label.isOf(run);
        }

        @Override
        public RunKind kind() {
            return new RunKind(null, List.of(label));
        }
    }

    /** One run, by a unique beginning of its id. */
    record Id(String prefix) implements Selector {
        @Override
        public String text() {
            return "run:" + prefix;
        }

        @Override
        public boolean accepts(StoredRun run) {
            return run.id().startsWith(prefix);
        }

        @Override
        public boolean namesLaterThan(Instant moment) {
            return true;
        }
    }

    /** The newest so many measured runs of each command on each machine. */
    record Last(int count) implements Selector {
        @Override
        public String text() {
            return "last " + count;
        }

        @Override
        public boolean accepts(StoredRun run) {
            return true;
        }
    }

    /** A file that {@code baseline save} wrote; no stored run. */
    record File(String text, Path path) implements Selector {
        @Override
        public boolean accepts(StoredRun run) {
            return false;
        }
    }
}
