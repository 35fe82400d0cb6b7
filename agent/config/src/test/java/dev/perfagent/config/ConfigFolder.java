package dev.perfagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder to put configuration files into, and to read. */
record ConfigFolder(Path path) {
    static final String INSTRUMENTATION = "instrumentation.yml";
    static final String BENCHMARKS = "benchmarks.yml";
    static final String ALERTS = "alerts.yml";

    /** What a reader made of a folder; of the problems the folder's own path is left out. */
    record Reading(Compiled settings, List<String> problems) {}

    ConfigFolder with(String name, String text) throws IOException {
        Files.writeString(path.resolve(name), text);
        return this;
    }

    ConfigFolder with(String name, byte[] bytes) throws IOException {
        Files.write(path.resolve(name), bytes);
        return this;
    }

    Reading read() {
        return read(path);
    }

    static Reading read(Path folder) {
        List<String> problems = new ArrayList<>();
        Compiled settings = Compiled.of(new ConfigReader().read(folder.toFile(), problems));
        List<String> relative = new ArrayList<>();
        for (String problem : problems) {
            relative.add(problem.replace(folder + "/", ""));
        }
        return new Reading(settings, relative);
    }

    /** What is wrong with such a file is said by place, and not too much of it. */
    void assertTold(String name, byte[] bytes) throws IOException {
        List<String> problems = with(name, bytes).read().problems();
        assertThat(problems).hasSizeLessThanOrEqualTo(ConfigReader.MAX_REPORTED + 1);
        for (String problem : problems) {
            assertThat(problem).matches("\\Q" + name + "\\E:\\d+:\\d+: .+|\\.\\.\\. and \\d+ more");
        }
    }

    /** The folder that is shipped. */
    static Path shipped() {
        return Path.of(System.getProperty("basedir", "")).resolve("../../config");
    }
}
