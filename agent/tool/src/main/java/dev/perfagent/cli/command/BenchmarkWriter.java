package dev.perfagent.cli.command;

import dev.perfagent.baseline.BaselineStore;
import dev.perfagent.benchmark.BaselineChange;
import dev.perfagent.benchmark.BenchmarkResult;
import dev.perfagent.benchmark.SavedTimes;
import dev.perfagent.cli.option.BenchmarkFiles;
import dev.perfagent.cli.output.DocumentMarkdown;
import dev.perfagent.cli.output.DocumentPage;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.benchmark.BenchmarkCsv;
import dev.perfagent.cli.view.benchmark.BenchmarkDocument;
import dev.perfagent.cli.view.benchmark.BenchmarkJson;
import dev.perfagent.cli.view.benchmark.HyperfineJson;
import dev.perfagent.export.NewFile;
import dev.perfagent.run.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a benchmark is compared with, and writes what came of it to where it was asked for. */
final class BenchmarkWriter {
    private static final String FOLDER = "benchmarks";

    private final Session session;
    private final BenchmarkFiles files;

    BenchmarkWriter(Session session, BenchmarkFiles files) {
        this.session = session;
        this.files = files;
    }

    /**
     * What the times are compared with.
     *
     * @throws IllegalArgumentException when there is no baseline of that name, or a name cannot be one
     * @throws IOException when a file cannot be read
     */
    List<SavedTimes> earlier() throws IOException {
        List<SavedTimes> earlier = new ArrayList<>();
        if (files.saved() != null) {
            path(files.saved());
        }
        String name = files.baseline();
        if (name != null) {
            Path file = path(name);
            if (!Files.exists(file)) {
                throw new IllegalArgumentException(
                        "no benchmark is saved as '" + name + "'; --save-baseline saves one");
            }
            earlier.add(SavedTimes.read(file, "baseline '" + name + "'"));
        }
        Path imported = files.imported();
        if (imported != null) {
            earlier.add(SavedTimes.read(imported, "'" + imported + "'"));
        }
        return earlier;
    }

    private Path path(String name) {
        if (!BaselineStore.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a name for a baseline; use letters, digits, . _ + -");
        }
        return session.home().resolve(FOLDER).resolve(name + ".json");
    }

    /**
     * Tries the files before hours are measured for them.
     *
     * @throws IOException says which file cannot be written
     */
    void tryFiles() throws IOException {
        tryFile(files.output());
        tryFile(files.exported());
        String name = files.saved();
        tryFile(name == null ? null : path(name));
    }

    private static void tryFile(@Nullable Path path) throws IOException {
        if (path != null) {
            NewFile.at(path).close(); // what is not complete is taken back
        }
    }

    void write(BenchmarkResult result, List<BaselineChange> changes, Environment environment) throws IOException {
        Path output = files.output();
        if (output == null) {
            show(result, changes, environment, session.out());
        } else {
            try (NewFile file = NewFile.at(output)) {
                Output to = new Output(file.stream(), StandardCharsets.UTF_8, new Screen(false, true));
                show(result, changes, environment, to);
                to.flush();
                file.complete();
            }
        }
        save(files.exported(), HyperfineJson.of(result));
        String name = files.saved();
        if (name != null) {
            save(path(name), BenchmarkJson.of(result, changes, environment));
            session.report("perf-agent: the times are kept as '" + name + "'");
        }
    }

    private void show(BenchmarkResult result, List<BaselineChange> changes, Environment environment, Output to) {
        switch (session.common().format()) {
            case JSON -> to.json(RecordJson.of(BenchmarkJson.of(result, changes, environment)));
            case CSV -> to.file(BenchmarkCsv.of(result));
            case MARKDOWN -> DocumentMarkdown.write(BenchmarkDocument.of(result, changes), to);
            default -> DocumentPage.write(BenchmarkDocument.of(result, changes), to);
        }
    }

    private static void save(@Nullable Path path, Record content) throws IOException {
        if (path != null) {
            try (NewFile file = NewFile.at(path)) {
                file.stream().write((RecordJson.of(content) + "\n").getBytes(StandardCharsets.UTF_8));
                file.complete();
            }
        }
    }
}
