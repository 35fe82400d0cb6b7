package dev.perfagent.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Collapsed stacks in a file, as flame graph programs read them. The outermost frame of each is its phase. */
public final class SavedStacks {
    private SavedStacks() {}

    /** Writes those of all phases. */
    public static void write(Path file, Map<String, PhaseProfile> phases) throws IOException {
        StringBuilder text = new StringBuilder();
        phases.forEach((name, phase) -> phase.stacks().forEach((stack, weight) -> text.append(root(name))
                .append(';')
                .append(stack)
                .append(' ')
                .append(weight)
                .append('\n')));
        Files.writeString(file, text);
    }

    private static String root(String phase) {
        return phase.replace(';', ',').replace('\n', ' ');
    }

    /** By phase, the stacks of such a file. */
    public static Map<String, Map<String, Long>> read(Path file) throws IOException {
        Map<String, Map<String, Long>> phases = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            int first = line.indexOf(';');
            int last = line.lastIndexOf(' ');
            if (first < 0 || last < first) {
                throw new IOException(file + " is not a file of collapsed stacks: " + line);
            }
            try {
                phases.computeIfAbsent(line.substring(0, first), phase -> new TreeMap<>())
                        .put(line.substring(first + 1, last), Long.parseLong(line.substring(last + 1)));
            } catch (NumberFormatException e) {
                throw new IOException(file + " is not a file of collapsed stacks: " + line, e);
            }
        }
        return phases;
    }

    /** By method, what part of the phase it had then; empty when the phase is not in it. */
    public static Map<String, Double> shares(Map<String, Map<String, Long>> saved, String phase) {
        return OwnMethods.shares(saved.getOrDefault(root(phase), Map.of()));
    }
}
