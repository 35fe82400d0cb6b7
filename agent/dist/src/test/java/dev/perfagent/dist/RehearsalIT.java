package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the end of a run needs is there before it comes. */
final class RehearsalIT {
    /** Ends as soon as the class that a rehearsal needs last is there. */
    private static final String MAIN = """
            package app;
            import java.nio.file.Files;
            import java.nio.file.Path;
            public class Main {
                public static void main(String[] arguments) throws Exception {
                    while (!Files.readString(Path.of(arguments[0])).contains("dev.perfagent.run.IsoTime")) {
                        Thread.onSpinWait();
                    }
                    System.out.println(new java.util.zip.Adler32().getValue());
                }
            }""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theEndOfAJudgedRunLoadsNextToNothing(Jdk jdk) throws IOException {
        Path main = Packed.sources(folder.resolve("main.jar"), "", Map.of("Main-Class", "app.Main"), MAIN);
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(
                config.resolve("benchmarks.yml"),
                "benchmarks:\n  commands:\n    main: { max_acceptable_ms: 600000, max_heap_delta_mb: 1000 }\n");
        Path log = folder.resolve("classes.txt");
        PlanRuns runs = new PlanRuns(
                folder, jvm -> jvm.jvm("-Xlog:class+load:file=" + log).jar(main, log.toString()), "config=" + config);
        runs.next(jdk);

        PlanRuns.Measured warm = runs.next(jdk);

        assertThat(warm.plan()).isEqualTo("warm");
        assertThat(warm.ended().stderr()).isEmpty();
        assertThat(warm.onlyRecord().path("outcome").asString()).isEqualTo("success");
        List<String> loaded = Files.readAllLines(log);
        int last = index(loaded, "java.util.zip.Adler32 "); // one of the JDK, because none of those is loaded ahead
        assertThat(index(loaded, "dev.perfagent.threshold.Judge ")).isBetween(0, last);
        List<String> late = loaded.subList(last + 1, loaded.size()).stream()
                .filter(line -> line.contains("] dev.perfagent."))
                .toList();
        assertThat(late).hasSizeLessThan(8); // three of them come with the sampler, whenever a busy machine lets it
    }

    private static int index(List<String> lines, String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        return -1;
    }
}
