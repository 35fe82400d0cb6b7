package dev.perfagent.api;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Whether exported metrics are stored, where, and how many files are kept: {@code metrics.properties}. The file is written
 * with the defaults when it is missing.
 *
 * @param isStored whether exports are written at all
 * @param folder where they are written
 * @param keep how many files are kept, at least 1
 * @param problem what is wrong with the file, for which the defaults hold then
 */
public record MetricsConfig(boolean isStored, Path folder, int keep, Optional<String> problem) {
    /** How many files are kept by default. */
    public static final int STANDARD_KEEP = 100;

    private static final String STORED = "storage.enabled";
    private static final String PATH = "storage.path";
    private static final String KEEP = "storage.keep";
    private static final String STANDARD_PATH = "metrics";

    private static final String DEFAULTS = """
        # What perf-agent's API does with exported metrics.

        # Whether they are stored: true or false.
        storage.enabled = true

        # The folder for them. A relative path counts from the folder of this file. Write \\\\ for one backslash.
        storage.path = metrics

        # How many files are kept: each export deletes the oldest ones above that.
        storage.keep = 100
        """;

    /**
     * {@return that of this process: the file that the environment variable {@code PERF_AGENT_API_CONFIG} names, else
     * {@code metrics.properties} in perf-agent's home}
     */
    public static MetricsConfig ofProcess() {
        return of(System.getenv());
    }

    static MetricsConfig of(Map<String, String> environment) {
        String named = environment.get("PERF_AGENT_API_CONFIG");
        try {
            return read(
                    named == null || named.isEmpty()
                            ? AgentHome.of(environment).resolve("metrics.properties")
                            : Path.of(named));
        } catch (RuntimeException unusable) {
            return new MetricsConfig(
                    false, Path.of("."), STANDARD_KEEP, Optional.of("no config file: " + unusable.getMessage()));
        }
    }

    /**
     * {@return what is in that file} Never throws for what is wrong with it.
     *
     * @param file is written with the defaults when it is missing
     */
    public static MetricsConfig read(Path file) {
        Properties properties = new Properties();
        String problem = null;
        try {
            if (!Files.exists(file)) {
                writeDefaults(file);
            }
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        } catch (IOException | RuntimeException unreadable) {
            properties.clear();
            problem = file + " cannot be used: " + unreadable;
        }
        return new Values(file, properties, problem).config();
    }

    private static void writeDefaults(Path file) throws IOException {
        try {
            OwnerFiles.write(file, DEFAULTS);
        } catch (FileAlreadyExistsException another) {
            return; // another process was faster
        }
    }

    /** The values of a file, of which each wrong one is replaced by its default. */
    private static final class Values {
        private final Path file;
        private final Properties properties;
        private @Nullable String problem;

        private Values(Path file, Properties properties, @Nullable String problem) {
            this.file = file;
            this.properties = properties;
            this.problem = problem;
        }

        private MetricsConfig config() {
            boolean isStored = isStored();
            Path folder = folder();
            int keep = keep();
            return new MetricsConfig(isStored, folder, keep, Optional.ofNullable(problem));
        }

        private boolean isStored() {
            String text = value(STORED, "true");
            if (!text.equals("true") && !text.equals("false")) {
                wrong(STORED, text, "true or false");
            }
            return !text.equals("false");
        }

        private Path folder() {
            Path base = file.toAbsolutePath().getParent();
            String text = value(PATH, STANDARD_PATH);
            Path folder;
            try {
                folder = Path.of(text);
            } catch (RuntimeException impossible) {
                wrong(PATH, text, "a path");
                folder = Path.of(STANDARD_PATH);
            }
            return base == null ? folder : base.resolve(folder).normalize();
        }

        private int keep() {
            String text = value(KEEP, String.valueOf(STANDARD_KEEP));
            try {
                int number = Integer.parseInt(text);
                if (number >= 1) {
                    return number;
                }
            } catch (NumberFormatException none) {
                // As a number that is too small.
            }
            wrong(KEEP, text, "a whole number from 1 on");
            return STANDARD_KEEP;
        }

        private String value(String key, String standard) {
            String text = properties.getProperty(key, standard).strip();
            return text.isEmpty() ? standard : text;
        }

        private void wrong(String key, String value, String expected) {
            if (problem == null) {
                problem = file + ": " + key + " is '" + value + "', not " + expected;
            }
        }
    }
}
