package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The agent's home as a test reads it. */
record AgentHome(Path folder) {
    private static final JsonMapper JSON = new JsonMapper();

    /** As an agent option. */
    String option() {
        return "home=" + folder;
    }

    /** Every run in the history, in the order of the files and lines. */
    List<JsonNode> runs() {
        List<JsonNode> runs = new ArrayList<>();
        for (Path file : files("history")) {
            for (String line : lines(file)) {
                runs.add(JSON.readTree(line));
            }
        }
        return runs;
    }

    /** The one run in the history. */
    JsonNode onlyRun() {
        List<JsonNode> runs = runs();
        assertThat(runs)
                .as("runs in %s; agent.log says: %s", folder, agentLog())
                .hasSize(1);
        return runs.get(0);
    }

    /** What the agent says of its own problems; empty when it has none. */
    String agentLog() {
        Path log = folder.resolve("agent.log");
        return Files.exists(log) ? String.join("\n", lines(log)) : "";
    }

    /** All files below, or below a folder of it. A process that runs may take some away meanwhile. */
    List<Path> files(String below) {
        List<Path> files = new ArrayList<>();
        SimpleFileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        };
        try {
            Files.walkFileTree(folder.resolve(below), visitor);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files.stream().sorted().toList();
    }

    /** As it was before its first run, but for the plans: what comes next need not weave again. */
    void keepPlansOnly() {
        for (Path file : files("")) {
            if (!file.startsWith(folder.resolve("plans"))) {
                delete(file);
            }
        }
    }

    /** As if the runs that made the plans had been in that home. */
    void copyPlansTo(AgentHome other) {
        try {
            Files.createDirectories(other.folder);
            Files.copy(folder.resolve("plans"), other.folder.resolve("plans"), StandardCopyOption.COPY_ATTRIBUTES);
            for (Path plan : files("plans")) {
                Path copy = other.folder.resolve(folder.relativize(plan).toString());
                Files.copy(plan, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
