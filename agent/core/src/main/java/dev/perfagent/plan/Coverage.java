package dev.perfagent.plan;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a plan covers every class that is to be woven, so that the transformer knows which are still to come, and if it does
 * not, why. Safe for concurrent use.
 */
@SuppressWarnings("EnumOrdinal") // a plan is read by the very jar that wrote it: the jar is in its key
public final class Coverage {
    /** A byte that is no ordinal. */
    private static final int NO_GAP = 0xff;

    private List<String> manifestJars = List.of();
    private List<String> folders = List.of();
    private List<String> unusedClients = List.of();
    private volatile boolean otherLoaders;
    /** Ordinal of a {@link CoverageGap}: a warm run does without that class. */
    private int gap;

    private boolean changed;

    /** Whether loaders of the application's own have brought classes, in this run or one before. */
    public boolean hasOtherLoaders() {
        return otherLoaders;
    }

    /** A loader of the application's own has brought a class: nobody knows what else it may bring. */
    public void otherLoaderSeen() {
        if (!otherLoaders) {
            synchronized (this) {
                otherLoaders = true;
                changed = true;
            }
        }
    }

    /** Whether every class that may match has been asked about. */
    public synchronized boolean isComplete() {
        return gap == NO_GAP && !otherLoaders;
    }

    /** Why it is not complete; null when it is. */
    public synchronized @Nullable CoverageGap gap() {
        if (otherLoaders) {
            return CoverageGap.OTHER_LOADERS;
        }
        return gap == NO_GAP ? null : CoverageGap.values()[gap];
    }

    /** It cannot be completed. */
    public synchronized void leaveOpen(CoverageGap reason) {
        gap = reason.ordinal();
    }

    /**
     * Every class that may match has been asked about.
     *
     * @param jars what this rests on beyond the key, see {@link ClassPath#manifestJars}
     * @param folderStamps likewise, see {@link ClassFolders#stamps}
     */
    public synchronized void completed(List<String> jars, List<String> folderStamps) {
        manifestJars = List.copyOf(jars);
        folders = List.copyOf(folderStamps);
        gap = NO_GAP;
        changed = true;
    }

    /** Internal names of woven classes of the JDK's HTTP clients that no run has loaded: they are woven when one does. */
    public synchronized List<String> unusedClients() {
        return unusedClients;
    }

    /** Those were not loaded in the first run. */
    public synchronized void leaveUnused(List<String> names) {
        unusedClients = List.copyOf(names);
        changed = true;
    }

    /** A run has loaded those after all. */
    public synchronized void used(List<String> names) {
        List<String> left = new ArrayList<>(unusedClients);
        if (left.removeAll(names)) {
            leaveUnused(left);
        }
    }

    /** What changed in the folders is of no weight. */
    public synchronized void foldersTakenOver(List<String> folderStamps) {
        completed(manifestJars, folderStamps);
    }

    /** Whether it rests on folders, so that {@link #restsOnFoldersAsTheyAre} has to be asked before it is relied on. */
    public synchronized boolean restsOnFolders() {
        return !folders.isEmpty();
    }

    /** Whether those folders are as they were; if not, it is no longer complete. Takes about 10 us a folder. */
    public synchronized boolean restsOnFoldersAsTheyAre() {
        boolean same = ClassFolders.hold(folders);
        if (!same) {
            leaveOpen(CoverageGap.CHANGED_FOLDERS);
            changed = true;
        }
        return same;
    }

    synchronized List<String> manifestJars() {
        return manifestJars;
    }

    /** Whether the files that this rests on beyond the plan's key are as they were. */
    synchronized boolean restsOnWhatIsThere() {
        for (String stamp : manifestJars) {
            String path = stamp.substring(0, stamp.lastIndexOf(':', stamp.lastIndexOf(':') - 1));
            if (!stamp.equals(PlanKey.stamp(new File(path)))) {
                return false;
            }
        }
        return true;
    }

    synchronized boolean isChanged() {
        return changed;
    }

    synchronized void markKept() {
        changed = false;
    }

    synchronized void write(ByteWriter out) {
        out.flag(otherLoaders);
        out.octet(gap);
        out.texts(manifestJars);
        out.texts(folders);
        out.texts(unusedClients);
    }

    synchronized void read(ByteReader in) {
        otherLoaders = in.flag();
        gap = in.octet();
        manifestJars = in.texts();
        folders = in.texts();
        unusedClients = in.texts();
    }
}
