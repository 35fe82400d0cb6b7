package dev.perfagent.journal;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** The commands that ever had a judged run, by the files that {@link RecentRunsFile} keeps: one for each, in a folder for each application. */
public final class RecordedCommands {
    private final File folder;
    private final String[] applications;

    /** Of that home. */
    public RecordedCommands(Home home) {
        this.folder = home.resolve("recent");
        String[] names = folder.list();
        this.applications = names == null ? new String[0] : names;
    }

    /** Whether a command of that name had a run, in any application: one file of limits may serve several. */
    public boolean hasRun(String command) {
        String file = Home.fileName(command);
        for (String application : applications) {
            if (new File(folder, application + '/' + file).isFile()) {
                return true;
            }
        }
        return false;
    }

    /** Those of an application, a blank in a name being an underscore. */
    public List<String> of(String application) {
        List<String> commands = new ArrayList<>();
        String[] names = new File(folder, Home.fileName(application)).list();
        for (String name : names == null ? new String[0] : names) {
            if (!name.startsWith(".")) {
                commands.add(name);
            }
        }
        return commands;
    }
}
