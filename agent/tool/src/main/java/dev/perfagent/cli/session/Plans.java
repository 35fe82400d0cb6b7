package dev.perfagent.cli.session;

import dev.perfagent.history.FolderListing;
import dev.perfagent.plan.PlanFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plans of a home, the newest first, and how they are named on a command line. */
public final class Plans {
    private static final int MOST_CANDIDATES = 10;
    private static final Comparator<PlanFile> NEWEST_FIRST =
            Comparator.comparing(PlanFile::modifiedMillis).reversed().thenComparing(PlanFile::name);

    private final Path folder;
    private final List<PlanFile> all;

    private Plans(Path folder, List<PlanFile> all) {
        this.folder = folder;
        this.all = all;
    }

    /**
     * Those of a home.
     *
     * @throws IOException says why their folder cannot be read
     */
    public static Plans of(Session session) throws IOException {
        Path folder = session.home().resolve("plans");
        FolderListing.of(folder, "*"); // core takes a folder that cannot be read for an empty one
        return new Plans(
                folder,
                PlanFile.in(folder.toFile()).stream().sorted(NEWEST_FIRST).toList());
    }

    public Path folder() {
        return folder;
    }

    public List<PlanFile> all() {
        return all;
    }

    /** The one of that name, or the only one of whose name it is a part; null, with the reason printed, when there is none. */
    @Nullable
    public PlanFile named(String name, Session session) {
        List<PlanFile> exact =
                all.stream().filter(plan -> plan.name().equals(name)).toList();
        List<PlanFile> found = exact.isEmpty()
                ? all.stream().filter(plan -> plan.name().contains(name)).toList()
                : exact;
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            List<String> names = all.stream().map(PlanFile::name).toList();
            session.report("perf-agent: no plan has '" + name + "' in its name"
                    + (names.isEmpty() ? "; there are no plans in " + folder : NameSuggestions.insteadOf(name, names)));
        } else {
            session.report("perf-agent: " + found.size() + " plans have '" + name + "' in their name:");
            found.stream().limit(MOST_CANDIDATES).forEach(plan -> session.report("  " + plan.name()));
        }
        return null;
    }
}
