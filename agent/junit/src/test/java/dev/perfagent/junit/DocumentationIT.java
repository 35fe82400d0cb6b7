package dev.perfagent.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.example.Hello;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The extension's documentation is right: its examples compile and run, and Javadoc finds nothing to warn of. */
final class DocumentationIT {
    private static final Path PAGE = Path.of("../../docs/junit.md");
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path JUNIT = Path.of("target/junit-lib/junit-platform-console-standalone-6.1.3.jar")
            .toAbsolutePath();
    private static final Path EXTENSION = Path.of("target/classes").toAbsolutePath();
    private static final Path AGENT = Path.of("../dist/target/perf-agent.jar").toAbsolutePath();
    private static final String TOOL = "org/example/Hello.class";

    private static final String CLASS = """
        import static org.junit.jupiter.api.Assertions.assertEquals;

        import dev.perfagent.junit.*;
        import org.junit.jupiter.api.Test;

        final class ExampleTest {
            %s
        }
        """;

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an example starts a shell script")
    void theExamplesCompileAndRun() throws Exception {
        writeTool();
        StringBuilder methods = new StringBuilder();
        for (Matcher example = EXAMPLE.matcher(Files.readString(PAGE)); example.find(); ) {
            methods.append(example.group(1));
        }
        Path source = folder.resolve("ExampleTest.java");
        Files.writeString(source, CLASS.formatted(methods));
        String libraries = JUNIT + File.pathSeparator + EXTENSION;
        List<String> options =
                List.of("-Xlint:all,-path,-processing", "-proc:none", "-cp", libraries, "-d", folder.toString());
        List<String> arguments = new ArrayList<>(options);
        arguments.add(source.toString());
        assertThat(messages("javac", arguments)).isEmpty();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(File.pathSeparator, libraries, AGENT.toString(), folder.toString()),
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--disable-ansi-colors",
                        "--disable-banner",
                        "--select-class=ExampleTest")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        assertThat(printed).contains("2 tests successful", "0 tests failed");
    }

    /** What the examples start, and the limits that they name. */
    private void writeTool() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Hello.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_TITLE, "batch");
        Path jar = Files.createDirectories(folder.resolve("target")).resolve("ghpm.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream pack = new JarOutputStream(out, manifest)) {
            pack.putNextEntry(new JarEntry(TOOL));
            pack.write(Files.readAllBytes(Path.of("target/test-classes", TOOL)));
        }
        Path script = Files.createDirectories(folder.resolve("bin")).resolve("ghpm");
        Files.writeString(script, "#!/bin/sh\nexec java -jar target/ghpm.jar \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Files.writeString(
                Files.createDirectories(folder.resolve("perf")).resolve("benchmarks.yml"),
                "benchmarks: { commands: { batch: { max_acceptable_ms: 600000 } } }\n");
    }

    @Test
    void javadocWarnsOfNothing() {
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
                "dev.perfagent.junit");

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
