package dev.perfagent.profile;

import dev.perfagent.history.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The profiles that are kept in perf-agent's home.
 *
 * @param folder a folder for each profile, named by its id
 */
public record SavedProfiles(Path folder) {
    /** The file for programs. */
    public static final String DESCRIPTION = "profile.json";

    private static final String FLAME = "flame-";
    private static final String HTML = ".html";

    /** Those of that home, if there are any. */
    public static SavedProfiles in(Path home) {
        return new SavedProfiles(home.resolve("profiles"));
    }

    /** The file of a flame graph: a name that ends in a number if two phases would have the same. */
    public static String flameFile(String plainPhase) {
        return FLAME + plainPhase + HTML;
    }

    /** What the name of such a file has of its phase. */
    public static String phase(Path flameGraph) {
        String name = flameGraph.getFileName().toString();
        return name.substring(FLAME.length(), name.length() - HTML.length());
    }

    /** The event that a profile's stacks are of, as it was given; null if that is not known. */
    public @Nullable String event(String id) throws IOException {
        Path file = folder.resolve(id).resolve(DESCRIPTION);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            JsonNode event =
                    JsonMapper.shared().readTree(Files.readAllBytes(file)).path("event");
            return event.isString() ? event.asString() : null;
        } catch (JacksonException e) {
            throw FileProblem.with(file, new IOException("it is damaged", e));
        }
    }

    /** Whether a text may be an id; others may lead out of the folder. */
    public static boolean isId(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
    }

    /** The flame graphs of a profile, by name; empty when there is no such profile any more. */
    public List<Path> flameGraphs(String id) throws IOException {
        if (!isId(id) || !Files.isDirectory(folder.resolve(id))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(id))) {
            return files.filter(file -> file.getFileName().toString().startsWith(FLAME)
                            && file.getFileName().toString().endsWith(HTML))
                    .sorted()
                    .toList();
        }
    }
}
