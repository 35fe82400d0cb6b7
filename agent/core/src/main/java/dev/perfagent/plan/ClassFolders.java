package dev.perfagent.plan;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes that lie in folders of a class path, and the stamps by which a later run notices that there may be others: those
 * of every folder, because a file that comes or goes changes its folder's time, and those of the files that were asked about,
 * because a compiler may write into a file that is there. Not safe for concurrent use.
 */
public final class ClassFolders {
    /** To look at more of them in each run costs more than leaving early saves. */
    private static final int MOST_FOLDERS = 100;

    private static final String CLASS = ".class";

    private final List<String> stamps = new ArrayList<>();
    private final Map<String, File> files = new HashMap<>();
    private int folders;

    /**
     * Lists a folder of the class path, and those below it.
     *
     * @return false when there are too many, or one cannot be read
     */
    public boolean add(File root) {
        return add(root, "");
    }

    private boolean add(File folder, String path) {
        if (++folders > MOST_FOLDERS) {
            return false;
        }
        stamps.add(stamp(folder)); // before it is read: what comes while it is read is noticed by the next run
        File[] children = folder.listFiles();
        if (children == null) {
            return false;
        }
        for (File child : children) {
            String name = path.concat(child.getName());
            if (name.endsWith(CLASS)) {
                files.putIfAbsent(name.substring(0, name.length() - CLASS.length()), child);
            } else if (child.isDirectory() && !add(child, name.concat("/"))) {
                return false;
            }
        }
        return true;
    }

    /** Internal names of the classes in them. */
    public List<String> classes() {
        return new ArrayList<>(files.keySet());
    }

    /** The file of that class; null when it lies elsewhere. */
    public @Nullable File file(String name) {
        return files.get(name);
    }

    /** From now on what was found out rests on that file as it is; to be called before it is read. */
    public void restOn(File file) {
        stamps.add(stamp(file));
    }

    /** What was found out rests on these; one of a file that was asked about twice stands twice. */
    public List<String> stamps() {
        return new ArrayList<>(stamps);
    }

    /** To the millisecond, because a program is often compiled and run again within a second. */
    private static String stamp(File file) {
        return file.getAbsolutePath() + ':' + file.length() + ':' + file.lastModified();
    }

    /** Whether all of them are as they were. */
    static boolean hold(List<String> stamps) {
        for (String stamp : stamps) {
            String path = stamp.substring(0, stamp.lastIndexOf(':', stamp.lastIndexOf(':') - 1));
            if (!stamp.equals(stamp(new File(path)))) {
                return false;
            }
        }
        return true;
    }
}
