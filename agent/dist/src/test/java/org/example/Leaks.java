package org.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fails once for each text that {@link Fuzzed#write} wrote, with that text as the message. */
public final class Leaks {
    private Leaks() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        for (String line : Files.readAllLines(Path.of("texts.txt"))) {
            try {
                work(Fuzzed.decoded(line));
            } catch (IllegalStateException expected) {
                System.out.print('.');
            }
        }
    }

    /** For a rule that makes it a command. */
    @SuppressWarnings("DoNotCallSuggester") // it is there to be called
    static void work(String message) {
        throw new IllegalStateException(message);
    }
}
