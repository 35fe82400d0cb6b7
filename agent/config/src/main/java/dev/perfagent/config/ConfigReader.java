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
 * The reader of a folder with {@code instrumentation.yml}, {@code benchmarks.yml} and {@code alerts.yml}. It reports all problems
 * of all three at once, so that nobody has to correct a file one run at a time.
 *
 * <p>A part with a problem has its defaults, and all other parts apply. Such a part is
 *
 * <ul>
 *   <li>in {@code instrumentation.yml} a top-level section ({@code application}, {@code github}, {@code observe}, {@code
 *       journal}); in its lists of rules ({@code commands}, {@code phases}, {@code api_clients}, {@code context}) a single
 *       entry, which is then left out;
 *   <li>in {@code benchmarks.yml} the {@code baseline}, a single command (with all its phases) and a single scenario, each
 *       of which is then left out;
 *   <li>in {@code alerts.yml} a single alert type, and each key beside them;
 *   <li>the whole file when it cannot be read, is not YAML, or has a second document, because then it is unknown what else
 *       was meant.
 * </ul>
 *
 * An unknown key anywhere else affects nothing. Of a section that is in a file twice, the first one is read.
 */
public final class ConfigReader implements SettingsReader {
    /** More than a screen of problems helps nobody. */
    static final int MAX_REPORTED = 20;

    /** Called by reflection, through the isolated class loader. */
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
        report(found, problems);
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

    /** Why a folder cannot be read, and what to do about it; null when it can be read. */
    public static @Nullable String unreadable(File folder) {
        String which = "the configuration folder '" + Quoted.path(folder.getPath()) + "'";
        if (!folder.exists()) {
            String unspelled = PathSpelling.problem(folder.getPath());
            if (unspelled != null) {
                return "the configuration folder cannot be read: " + unspelled;
            }
            return which
                    + " does not exist; correct the path (config=, --config or PERF_AGENT_CONFIG) or make the folder";
        }
        if (!folder.isDirectory()) {
            return which
                    + " is not a folder; name the folder that holds instrumentation.yml, benchmarks.yml or alerts.yml";
        }
        return folder.canExecute() ? null : which + " cannot be read; give this user the right to read and enter it";
    }

    private static InstrumentationFile instrumentation(File folder, List<String> found) {
        Problems problems = problems(folder, InstrumentationFile.NAME);
        YamlNode root = root(folder, InstrumentationFile.NAME, problems);
        InstrumentationFile file = root == null ? InstrumentationFile.STANDARD : InstrumentationFile.of(root, problems);
        found.addAll(problems.lines());
        return file;
    }

    private static Benchmarks benchmarks(File folder, List<String> found) {
        Problems problems = problems(folder, BenchmarksReader.NAME);
        YamlNode root = root(folder, BenchmarksReader.NAME, problems);
        Benchmarks file = root == null ? Benchmarks.NONE : BenchmarksReader.of(root, problems);
        found.addAll(problems.lines());
        return file;
    }

    private static AlertsFile alerts(File folder, List<String> found) {
        Problems problems = problems(folder, AlertsFile.NAME);
        YamlNode root = root(folder, AlertsFile.NAME, problems);
        AlertsFile file = root == null ? AlertsFile.STANDARD : AlertsFile.of(root, problems);
        found.addAll(problems.lines());
        return file;
    }

    private static Problems problems(File folder, String name) {
        return new Problems(new File(folder, name).getPath());
    }

    /** The file's tree; null when there is no such file, or it is empty or cannot be read. */
    private static @Nullable YamlNode root(File folder, String name, Problems problems) {
        File file = new File(folder, name);
        if (!file.exists()) {
            String[] names = folder.list();
            if (names != null && List.of(names).contains(name)) {
                problems.add(Position.START, "is a link that leads nowhere");
            }
            String other = name.replace(".yml", ".yaml");
            if (new File(folder, other).exists()) {
                problems.add(Position.START, "is missing; did you mean to call '" + other + "' that?");
            }
            return null;
        }
        try {
            return YamlTree.parse(ConfigText.of(file));
        } catch (UnreadableException e) {
            problems.add(e.problem());
            return null;
        }
    }

    private static void report(List<String> found, List<String> problems) {
        int count = Math.min(found.size(), MAX_REPORTED);
        problems.addAll(found.subList(0, count));
        if (found.size() > count) {
            problems.add("... and " + (found.size() - count) + " more");
        }
    }
}
