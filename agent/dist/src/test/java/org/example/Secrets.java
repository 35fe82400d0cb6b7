package org.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Handles secrets, and lets one of them out into an exception, whose message is in the file {@code message.txt}. */
public final class Secrets {
    private Secrets() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        for (String argument : arguments) {
            login(argument);
        }
        String variable = System.getenv("LEAKED_VARIABLE");
        String message = Files.readString(Path.of("message.txt"));
        throw new IllegalStateException(
                variable == null ? message : message.replace("@VARIABLE@", System.getenv(variable)));
    }

    private static String login(String name) {
        return name;
    }
}
