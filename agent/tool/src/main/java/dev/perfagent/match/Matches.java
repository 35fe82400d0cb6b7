package dev.perfagent.match;

import dev.perfagent.history.FolderListing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was found for each application, the most recent first.
 *
 * @param unreadable files in which nothing can be read
 */
public record Matches(List<MatchFile> found, List<Path> unreadable) {
    public Matches {
        found = List.copyOf(found);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * All that is there.
     *
     * @param home the folder that holds {@code matches}
     */
    public static Matches read(Path home) throws IOException {
        List<MatchFile> found = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        for (Path file : FolderListing.of(home.resolve("matches"), "*.json")) {
            try {
                found.add(MatchFile.read(file));
            } catch (IOException e) {
                unreadable.add(file);
            }
        }
        found.sort(Comparator.comparing(MatchFile::time).reversed());
        // Agents before this one may have kept the application's under another name.
        Set<String> applications = new HashSet<>();
        found.removeIf(file -> !applications.add(file.application()));
        return new Matches(found, unreadable);
    }
}
