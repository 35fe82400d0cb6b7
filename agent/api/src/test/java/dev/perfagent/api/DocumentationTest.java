package dev.perfagent.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API's documentation is right: its examples compile and run, and Javadoc finds nothing to warn of. */
final class DocumentationTest {
    private static final Path PAGE = Path.of("../../docs/api.md");
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final String CLASS = """
        import dev.perfagent.api.*;
        import java.nio.file.Path;
        import java.time.Duration;
        import java.util.*;
        import java.util.concurrent.*;
        public final class Example%d {
            public static void run() throws Exception {
                %s
            }
        }
        """;

    @TempDir
    private Path folder;

    @Test
    void theExamplesCompileAndRun() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-Xlint:all,-path", "-Werror", "-proc:none"));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), "-d", folder.toString()));
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        int examples = 0;
        while (example.find()) {
            // What an example writes belongs into our folder.
            String body = example.group(1).replace("Path.of(\"", "Path.of(\"" + folder + "/");
            Path source = folder.resolve("Example" + examples + ".java");
            Files.writeString(source, CLASS.formatted(examples, body));
            arguments.add(source.toString());
            examples++;
        }
        assertThat(examples).isGreaterThanOrEqualTo(7);

        assertThat(messages("javac", arguments)).isEmpty();

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (int i = 0; i < examples; i++) {
                loader.loadClass("Example" + i).getMethod("run").invoke(null);
            }
        }
        MetricsCollector metrics = MetricsCollector.ofProcess();
        assertThat(metrics.names()).contains("fetch_items", "render", "download", "indexing");
        assertThat(metrics.context()).containsEntry("task_count", 87L);
        assertThat(folder.resolve("metrics")).isNotEmptyDirectory();
        metrics.clear();
    }

    @Test
    void javadocWarnsOfNothing() throws IOException {
        List<String> arguments = List.of(
                "-quiet",
                "-Xdoclint:all",
                "-Werror",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-sourcepath",
                "src/main/java",
                "dev.perfagent.api");

        assertThat(messages("javadoc", arguments)).isEmpty();
    }

    /** What that tool of the JDK prints. */
    private static String messages(String tool, List<String> arguments) {
        StringWriter text = new StringWriter();
        PrintWriter printer = new PrintWriter(text);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(printer, printer, arguments.toArray(new String[0]));
        assertThat(code).as(text.toString()).isZero();
        return text.toString();
    }
}
