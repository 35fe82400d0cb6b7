package dev.perfagent.cli.session;

import dev.perfagent.cli.option.CommonOptions;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.DocumentMarkdown;
import dev.perfagent.cli.output.DocumentPage;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.cli.output.SafeText;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.history.FileProblem;
import dev.perfagent.history.Liveness;
import dev.perfagent.machine.BuildCommands;
import dev.perfagent.prepare.Launcher;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a command gets from outside.
 *
 * @param clock gives the time and the zone in which times are shown
 * @param agentJar the jar we came in, which is the agent; null when we came in none
 * @param common filled in when the command line is read
 */
public record Session(
        Output out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        Liveness liveness,
        @Nullable Path agentJar,
        Launcher launcher,
        CommonOptions common) {
    /** File systems in which the kernel shows itself; to root their folders look as if one could write there. */
    private static final Set<String> NOT_ON_DISK = Set.of("proc", "sysfs");

    /**
     * Where the data is.
     *
     * @throws UncheckedIOException when something else than a folder is there, or nothing where the command line says
     */
    public Path home() {
        Path home = newHome();
        if (common.isHomeGiven() && Files.notExists(home)) {
            throw problem(
                    home,
                    "does not exist; correct --home, or leave it out for '" + CommonOptions.standardHome(environment)
                            + "'");
        }
        return home;
    }

    /** The same, where nothing need be there yet. */
    public Path newHome() {
        Path home = common.home(environment);
        String wrong = wrong(home);
        if (wrong != null) {
            throw problem(home, wrong + "; correct --home or PERF_AGENT_HOME");
        }
        return home;
    }

    private static @Nullable String wrong(Path home) {
        if (isBelowAFile(
                home)) { // asked first, because on some JDKs it then does not exist, and on others cannot be read
            return "cannot be read: " + FileProblem.PART_IS_NO_FOLDER;
        } else if (Files.notExists(home)) {
            return Files.isSymbolicLink(home) ? "is a link that leads nowhere" : null;
        } else if (Files.exists(home) && !Files.isDirectory(home)) {
            return "is not a folder";
        }
        try {
            home.getFileSystem().provider().checkAccess(home, AccessMode.READ, AccessMode.EXECUTE);
            return null;
        } catch (IOException e) {
            return "cannot be read: " + FileProblem.reason(e);
        }
    }

    private static boolean isBelowAFile(Path home) {
        Path above = home.toAbsolutePath().getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        return above != null && !Files.isDirectory(above);
    }

    private static UncheckedIOException problem(Path home, String wrong) {
        return new UncheckedIOException(new IOException("the home '" + home + "' " + wrong));
    }

    /** Whether runs can be recorded in the home, as far as can be known without trying. */
    boolean mayRecord() throws IOException {
        Path place = home().toAbsolutePath();
        while (place != null && !Files.exists(place)) {
            place = place.getParent();
        }
        return place != null
                && Files.isWritable(place)
                && !NOT_ON_DISK.contains(Files.getFileStore(place).type());
    }

    /** Writes what a command has for programs. */
    public void json(Record result) {
        out.json(RecordJson.of(result));
    }

    /** Writes what a command shows to people, in the form that was asked for. */
    public void show(Document document) {
        if (common.format() == Format.MARKDOWN) {
            DocumentMarkdown.write(document, out);
        } else {
            DocumentPage.write(document, out);
        }
    }

    /** Prints something for a person beside the result, in as many columns as are usual. */
    public void report(Document document) {
        DocumentPage.lines(document, new Screen(false, out.screen().unicode())).forEach(this::report);
    }

    /** Prints something for a person beside the result. */
    public void report(String message) {
        for (String line : message.split("\n", -1)) {
            err.println(BuildCommands.disarmed(SafeText.line(line)));
        }
    }
}
