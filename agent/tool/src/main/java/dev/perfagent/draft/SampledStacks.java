package dev.perfagent.draft;

import dev.perfagent.history.FolderListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stacks of a program's threads, without the classes of the JDK, as the agent samples them.
 *
 * @param stacks how often each was seen; its methods as {@code class.method}, the outermost first
 */
public record SampledStacks(Map<List<String>, Integer> stacks) {
    private static final String MAIN = ".main";

    /** Programs that start other programs in their own JVM: their main class is not the application's. */
    private static final List<String> LAUNCHERS = List.of(
            "org.springframework.boot.loader.", "org.codehaus.plexus.classworlds.", "org.codehaus.classworlds.");

    public SampledStacks {
        stacks = Map.copyOf(stacks);
    }

    /** All that the agent wrote into that folder. */
    static SampledStacks read(Path folder) throws IOException {
        Map<List<String>, Integer> stacks = new HashMap<>();
        for (Path file : FolderListing.of(folder, "*.stacks")) {
            Files.readAllLines(file).forEach(line -> add(line, stacks));
        }
        return new SampledStacks(stacks);
    }

    private static void add(String line, Map<List<String>, Integer> stacks) {
        int blank = line.lastIndexOf(' ');
        if (blank > 0) {
            stacks.merge(
                    List.of(line.substring(0, blank).split(";", -1)),
                    Integer.parseInt(line.substring(blank + 1)),
                    Integer::sum);
        }
    }

    /** The class whose main method was seen most often; null when none was. */
    @Nullable
    String mainClass() {
        Map<String, Integer> seen = new HashMap<>();
        for (Map.Entry<List<String>, Integer> stack : stacks.entrySet()) {
            String outermost = stack.getKey().stream()
                    .filter(method -> LAUNCHERS.stream().noneMatch(method::startsWith))
                    .findFirst()
                    .orElse("");
            if (outermost.endsWith(MAIN)) {
                seen.merge(outermost.substring(0, outermost.length() - MAIN.length()), stack.getValue(), Integer::sum);
            }
        }
        return seen.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** The same with only those methods that belong to the application itself, and without stacks that have none. */
    SampledStacks own() {
        String main = mainClass();
        if (main == null) {
            return new SampledStacks(Map.of());
        }
        String home = packageOf(main);
        Map<List<String>, Integer> own = new HashMap<>();
        for (Map.Entry<List<String>, Integer> stack : stacks.entrySet()) {
            List<String> methods = new ArrayList<>(stack.getKey());
            methods.removeIf(method -> !isBelow(method, home));
            if (!methods.isEmpty()) {
                own.merge(methods, stack.getValue(), Integer::sum);
            }
        }
        return new SampledStacks(own);
    }

    /** The first three parts of the main class's package: a library rarely shares them. */
    private static String packageOf(String className) {
        List<String> parts = List.of(className.split("\\.", -1));
        return String.join(".", parts.subList(0, Math.min(3, parts.size() - 1)));
    }

    private static boolean isBelow(String method, String home) {
        String className = method.substring(0, method.lastIndexOf('.'));
        return home.isEmpty() ? className.indexOf('.') < 0 : className.startsWith(home + ".");
    }

    /** How many there are. */
    int count() {
        return stacks.values().stream().mapToInt(Integer::intValue).sum();
    }
}
