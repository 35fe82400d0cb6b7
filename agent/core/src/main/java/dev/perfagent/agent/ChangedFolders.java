package dev.perfagent.agent;

import dev.perfagent.plan.Candidates;
import dev.perfagent.plan.ClassEntries;
import dev.perfagent.plan.ClassFolders;
import dev.perfagent.plan.LoaderKind;
import dev.perfagent.plan.Plan;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes over folders of the class path in which classes were compiled again, at the end of a run that needed no weaver: most
 * often none of the classes that matter has changed. If one has, the first run that loads it asks the weaver, and the plan is
 * completed then.
 */
final class ChangedFolders {
    private ChangedFolders() {}

    /**
     * Makes the plan complete again if it knows every class in the folders that may match.
     *
     * @param classPath with which the JVM was started
     * @throws IOException when a class file cannot be read; the plan is as it was
     */
    static void takeOver(Plan plan, String classPath) throws IOException {
        ClassFolders folders = new ClassFolders();
        for (int from = 0; from <= classPath.length(); ) {
            int end = classPath.indexOf(File.pathSeparatorChar, from);
            end = end < 0 ? classPath.length() : end;
            File entry = new File(classPath.substring(from, end));
            if (entry.isDirectory() && !folders.add(entry)) {
                return;
            }
            from = end + 1;
        }
        Candidates candidates = new Candidates(plan.watched(), plan.settings().rules());
        for (String name : folders.classes()) {
            if (candidates.mayMatchName(LoaderKind.SYSTEM, name) && !isKnown(plan, candidates, folders, name)) {
                return;
            }
        }
        plan.coverage().foldersTakenOver(folders.stamps());
    }

    private static boolean isKnown(Plan plan, Candidates candidates, ClassFolders folders, String name)
            throws IOException {
        File file = folders.file(name);
        if (file == null) {
            return false;
        }
        folders.restOn(file);
        byte[] bytes;
        try (InputStream in = new FileInputStream(file)) {
            bytes = in.readAllBytes();
        }
        return !candidates.mayMatch(LoaderKind.SYSTEM, name, bytes)
                || plan.classes().find(LoaderKind.SYSTEM, name, bytes) != ClassEntries.UNKNOWN;
    }
}
