package dev.perfagent.journal;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands that ever had a judged run, by the files that {@link RecentRunsFile} keeps: one for each, in a folder for each
 * application.
 */
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
        String before = OldFileName.of(command);
        for (String application : applications) {
            if (isFile(application, file) || isFile(application, before)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFile(String application, String name) {
        return new File(folder, application + '/' + name).isFile();
    }

    /**
     * Those of an application whose names can be read from their files; agents before this one wrote a blank as an underscore.
     */
    public List<String> of(String application) {
        List<String> commands = new ArrayList<>();
        String[] names = new File(folder, Home.fileName(application)).list();
        for (String name : names == null ? new String[0] : names) {
            if (!name.startsWith(".") && name.indexOf(Home.HASHED) < 0) {
                commands.add(name.replace(Home.BLANK, ' '));
            }
        }
        return commands;
    }
}
