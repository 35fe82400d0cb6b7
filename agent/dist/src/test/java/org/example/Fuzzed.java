package org.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Has names and texts that nobody would choose, from the file {@code texts.txt}, one a line, each in hexadecimal. */
public final class Fuzzed {
    private final List<String> texts;

    private Fuzzed(List<String> texts) {
        this.texts = texts;
    }

    /** Ends with 4 when its work fails. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("started");
        List<String> texts = Files.readAllLines(Path.of("texts.txt")).stream()
                .map(Fuzzed::decoded)
                .toList();
        Fuzzed fuzzed = new Fuzzed(texts);
        for (int i = 0; i < texts.size() - 1; i++) {
            fuzzed.value(i);
            fuzzed.step(i);
        }
        try {
            fuzzed.work();
        } catch (IllegalStateException failed) {
            System.exit(4);
        }
    }

    /** For a rule that keeps it as a context value. */
    String value(int index) {
        return texts.get(index);
    }

    /** For a rule that makes it a phase. */
    int step(int index) {
        return texts.get(index).length();
    }

    /** For a rule that makes it a command. */
    void work() {
        String message = texts.get(texts.size() - 1);
        if (!message.isEmpty()) {
            throw new IllegalStateException(message, new IOException(message));
        }
    }

    static String decoded(String hexadecimal) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 4 <= hexadecimal.length(); i += 4) {
            text.append((char) Integer.parseInt(hexadecimal.substring(i, i + 4), 16));
        }
        return text.toString();
    }

    /** How {@code texts.txt} has a text: four digits a char, so that half characters pass. */
    public static String encoded(String text) {
        StringBuilder hexadecimal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            hexadecimal.append(String.format("%04x", (int) text.charAt(i)));
        }
        return hexadecimal.toString();
    }

    /** All in one file. */
    public static void write(Path folder, List<String> texts) throws IOException {
        Files.write(
                folder.resolve("texts.txt"), texts.stream().map(Fuzzed::encoded).toList(), StandardCharsets.US_ASCII);
    }
}
