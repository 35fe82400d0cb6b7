package dev.perfagent.dist.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A configuration folder that names the parts of {@code org.example.Fuzzed} as nobody would, and often has mistakes. */
public final class HostileConfig {
    private final Chance chance;

    private HostileConfig(Chance chance) {
        this.chance = chance;
    }

    /** Writes some or all of the three files. */
    public static void write(Chance chance, Path folder) throws IOException {
        Files.createDirectories(folder);
        HostileConfig config = new HostileConfig(chance);
        config.file(folder.resolve("instrumentation.yml"), config.instrumentation());
        config.file(folder.resolve("benchmarks.yml"), config.benchmarks());
        config.file(folder.resolve("alerts.yml"), config.alerts());
    }

    private void file(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        switch (chance.below(12)) {
            case 0 -> Files.write(file, chance.bytes(500));
            case 1 -> Files.write(file, damaged(bytes));
            case 2 -> Files.writeString(file, chance.text().replaceAll("[\\ud800-\\udfff]", ""));
            case 3 -> Files.write(file, Arrays.copyOf(bytes, chance.below(bytes.length)));
            case 4 -> Files.writeString(file, withoutALine(text));
            case 5 -> Files.createDirectory(file);
            default -> Files.write(file, bytes);
        }
    }

    private byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes.clone();
        for (int times = 1 + chance.below(4); times > 0; times--) {
            damaged[chance.below(damaged.length)] = (byte) chance.below(256);
        }
        return damaged;
    }

    private String withoutALine(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.remove(chance.below(lines.size()));
        return String.join("\n", lines);
    }

    private String instrumentation() {
        return "application: { name: " + quoted(chance.name()) + ", version: " + quoted(chance.name()) + " }\n"
                + "commands:\n  - { class: org.example.Fuzzed, method: work, name: " + quoted(chance.name()) + " }\n"
                + "phases:\n  - { phase: " + quoted(chance.name()) + ", class: \"org.example.**\", method: step }\n"
                + "context:\n  - { name: " + quoted(chance.name())
                + ", class: org.example.Fuzzed, method: value, value: return }\n";
    }

    private String benchmarks() {
        return "benchmarks:\n  commands:\n    " + quoted(chance.name())
                + ": { max_acceptable_ms: 0.001, target_ms: 0.001, phases: { " + quoted(chance.name())
                + ": { target_ms: 0.001 } } }\n    batch: { max_heap_delta_mb: " + chance.jsonValue() + " }\n";
    }

    private String alerts() {
        return "alerts:\n  performance_degradation: { enabled: true, threshold_percentage: "
                + chance.of(List.of("50", "-1", "1e9", "half", "0", "50%"))
                + ", consecutive_violations: 1, notification_channels: [console, log, github] }\n"
                + "  phase_overrun: { enabled: true, consecutive_violations: " + chance.jsonValue() + " }\n";
    }

    /** As YAML quotes it; half characters cannot stand in a file. */
    private static String quoted(String text) {
        StringBuilder yaml = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                yaml.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                yaml.append(String.format("\\u%04x", (int) c));
            } else {
                yaml.append(c);
            }
        }
        return yaml.append('"').toString();
    }
}
