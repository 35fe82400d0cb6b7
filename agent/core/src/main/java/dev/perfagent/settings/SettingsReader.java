package dev.perfagent.settings;

import java.io.File;
import java.util.List;

/** Reads the configuration; lives behind the isolated loader, used on cold runs only. */
public interface SettingsReader {
    /**
     * The settings of a folder's {@code instrumentation.yml}, {@code benchmarks.yml} and {@code alerts.yml}, each of which
     * may be missing. Never throws for what is in them: a section with a problem has its defaults.
     *
     * @param folder where the files are
     * @param problems gets every problem found, one line each, {@code file:line:column: what is wrong}
     */
    Configuration read(File folder, List<String> problems);
}
