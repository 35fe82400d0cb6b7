package dev.perfagent.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents are read in editors and in differences too: their lines are no longer than those of the code. */
final class DocumentLinesTest {
    private static final int LONGEST = 130;
    private static final Path ROOT = Path.of("../..");

    @Test
    void noLineOfADocumentIsLongerThanOneOfTheCode() throws IOException {
        List<String> tooLong = new ArrayList<>();
        List<Path> documents = documents();
        for (Path document : documents) {
            tooLong.addAll(tooLong(document));
        }

        assertThat(documents).hasSizeGreaterThan(100);
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> below = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, below)
                    .filter(file -> file.getFileName().toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Without tables, addresses of links, and blocks, which show what programs print. */
    private static List<String> tooLong(Path document) throws IOException {
        List<String> found = new ArrayList<>();
        boolean block = false;
        List<String> lines = Files.readAllLines(document);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean fence = line.strip().startsWith("```");
            block ^= fence;
            if (!block && !fence && line.length() > LONGEST && !line.startsWith("|") && !line.matches("\\[.*]: .*")) {
                found.add(document + ":" + (i + 1));
            }
        }
        return found;
    }
}
