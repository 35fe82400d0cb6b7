package dev.perfagent.config;

import dev.perfagent.machine.PathSpelling;
import dev.perfagent.settings.Configuration;
import dev.perfagent.settings.Settings;
import dev.perfagent.settings.SettingsReader;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Thresholds;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder's {@code instrumentation.yml}, {@code benchmarks.yml} and {@code alerts.yml} and tells every problem of
 * all three at once, so that nobody has to mend a file one run at a time.
 *
 * <p>What has a problem has its defaults, and all the rest holds. The smallest such part is
 *
 * <ul>
 *   <li>in {@code instrumentation.yml} a top-level section ({@code application}, {@code github}, {@code observe}, {@code
 *       journal}); in its lists of rules ({@code commands}, {@code phases}, {@code api_clients}, {@code context}) a single
 *       entry, which is then left out;
 *   <li>in {@code benchmarks.yml} the {@code baseline}, a single command (with all its phases) and a single scenario, each
 *       of which is then left out;
 *   <li>in {@code alerts.yml} a single alert type, and each key beside them;
 *   <li>the whole file when it cannot be read, is not YAML, or has a second document, for then it is not known what else
 *       was meant.
 * </ul>
 *
 * An unknown key beside those takes nothing with it. Of a section that is in a file twice the first one is read.
 */
public final class ConfigReader implements SettingsReader {
    /** More than a screen of problems helps nobody. */
    static final int MAX_TOLD = 20;

    /** Made by name, through the isolated class loader. */
    public ConfigReader() {}

    @Override
    public Configuration read(File folder, List<String> problems) {
        String unreadable = unreadable(folder);
        if (unreadable != null) {
            problems.add(unreadable);
            return Configuration.standard();
        }
        List<String> found = new ArrayList<>();
        InstrumentationFile instrumentation = instrumentation(folder, found);
        Benchmarks benchmarks = benchmarks(folder, found);
        AlertsFile alerts = alerts(folder, found);
        tell(found, problems);
        Settings settings = new Settings(
                instrumentation.application(),
                instrumentation.version(),
                instrumentation.rules(),
                instrumentation.hosts(),
                instrumentation.observe(),
                instrumentation.journal().enabled(),
                instrumentation.journal().days());
        return new Configuration(settings, new Thresholds(benchmarks, alerts.policies(), alerts.notification()));
    }

    /** Why nothing can be read in such a folder, and what to do; null when something can. */
    public static @Nullable String unreadable(File folder) {
        String told = "the configuration folder '" + Quoted.path(folder.getPath()) + "'";
        if (!folder.exists()) {
            String unspelled = PathSpelling.problem(folder.getPath());
            if (unspelled != null) {
                return "the configuration folder cannot be read: " + unspelled;
            }
            return told
                    + " does not exist; correct the path (config=, --config or PERF_AGENT_CONFIG) or make the folder";
        }
        if (!folder.isDirectory()) {
            return told
                    + " is not a folder; name the folder that holds instrumentation.yml, benchmarks.yml or alerts.yml";
        }
        return folder.canExecute() ? null : told + " cannot be read; give this user the right to read and enter it";
    }

    private static InstrumentationFile instrumentation(File folder, List<String> found) {
        Problems problems = problems(folder, InstrumentationFile.NAME);
        Node root = root(folder, InstrumentationFile.NAME, problems);
        InstrumentationFile file = root == null ? InstrumentationFile.STANDARD : InstrumentationFile.of(root, problems);
        found.addAll(problems.lines());
        return file;
    }

    private static Benchmarks benchmarks(File folder, List<String> found) {
        Problems problems = problems(folder, BenchmarksFile.NAME);
        Node root = root(folder, BenchmarksFile.NAME, problems);
        Benchmarks file = root == null ? Benchmarks.NONE : BenchmarksFile.of(root, problems);
        found.addAll(problems.lines());
        return file;
    }

    private static AlertsFile alerts(File folder, List<String> found) {
        Problems problems = problems(folder, AlertsFile.NAME);
        Node root = root(folder, AlertsFile.NAME, problems);
        AlertsFile file = root == null ? AlertsFile.STANDARD : AlertsFile.of(root, problems);
        found.addAll(problems.lines());
        return file;
    }

    private static Problems problems(File folder, String name) {
        return new Problems(new File(folder, name).getPath());
    }

    /** Null when there is no such file, nothing in it, or no reading it. */
    private static @Nullable Node root(File folder, String name, Problems problems) {
        File file = new File(folder, name);
        if (!file.exists()) {
            String[] names = folder.list();
            if (names != null && List.of(names).contains(name)) {
                problems.add(Place.START, "is a link that leads nowhere");
            }
            String other = name.replace(".yml", ".yaml");
            if (new File(folder, other).exists()) {
                problems.add(Place.START, "is missing; did you mean to call '" + other + "' that?");
            }
            return null;
        }
        try {
            return YamlTree.parse(ConfigText.of(file));
        } catch (UnreadableException e) {
            problems.add(e.fault());
            return null;
        }
    }

    private static void tell(List<String> found, List<String> problems) {
        int told = Math.min(found.size(), MAX_TOLD);
        problems.addAll(found.subList(0, told));
        if (found.size() > told) {
            problems.add("... and " + (found.size() - told) + " more");
        }
    }
}
