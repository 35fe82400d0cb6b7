package dev.perfagent.dist;

import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the shipped tool for a shell, one command after the other, in one JVM. A request on the pipe {@code request} has the
 * variables, an empty word and the arguments, each ended by a zero byte; the exit code is written to the pipe {@code answer}. One
 * word alone, "end", ends it.
 */
final class ToolOnPipes {
    static final String END = "end";

    private ToolOnPipes() {}

    /** The shipped jar is the argument; the pipes are in the working directory. */
    public static void main(String[] arguments) throws Exception {
        try (ToolInJar tool = new ToolInJar(Path.of(arguments[0]))) {
            for (List<String> words = request(); !words.equals(List.of(END)); words = request()) {
                answer(tool, words);
            }
        }
    }

    private static void answer(ToolInJar tool, List<String> words) throws IOException {
        int empty = words.indexOf("");
        Map<String, String> variables = new TreeMap<>();
        for (String variable : words.subList(0, empty)) {
            int equals = variable.indexOf('=');
            variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        try {
            ToolInJar.Ended ended = tool.run(words.subList(empty + 1, words.size()), variables);
            write(ended.exitCode(), ended.out(), ended.err());
        } catch (Exception | AssertionError failure) {
            write(99, "", failure + ": " + failure.getCause());
        }
    }

    private static List<String> request() throws IOException {
        List<String> words = Arrays.asList(Files.readString(Path.of("request")).split("\0", -1));
        return words.subList(0, words.size() - 1);
    }

    private static void write(int code, String out, String err) throws IOException {
        Files.writeString(Path.of("tool.out"), out);
        Files.writeString(Path.of("tool.err"), err);
        Files.write(Path.of("answer"), (code + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
