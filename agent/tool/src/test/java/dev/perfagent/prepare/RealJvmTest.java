package dev.perfagent.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** JVMs take the flag as we write it, and a command on our console is really on it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "file names there hold no quotes, and a script is no program")
class RealJvmTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String SOURCE = """
            public class Said {
                public static void premain(String options) { System.out.println("agent " + options); }
                public static void main(String[] words) throws Exception {
                    System.out.println("main " + String.join("|", words) + " " + new String(System.in.readAllBytes()));
                    System.err.println("error");
                    System.exit(7);
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void packAnAgent() throws IOException {
        Path source = Files.writeString(folder.resolve("Said.java"), SOURCE);
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(failed).isZero();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", "Said");
        jar = Files.createDirectory(folder.resolve("a \"b' c")).resolve("agent.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry("Said.class"));
            out.write(Files.readAllBytes(folder.resolve("Said.class")));
        }
    }

    @Test
    void javaTakesTheFlag() throws Exception {
        Ended ended = run(List.of(JAVA.toString(), "-cp", folder.toString(), "Said", "a b", "--"), false);

        assertThat(ended.out()).isEqualTo("agent home=" + home() + ",config=c d\nmain a b|-- typed\n");
        assertThat(ended.err()).isEqualTo("error\ncode 7\n");
    }

    @Test
    void aJvmBehindAScriptTakesTheFlag() throws Exception {
        Path script = script("exec \"" + JAVA + "\" -cp '" + folder + "' Said \"$@\"");

        Ended ended = run(List.of(script.toString(), "x"), false);

        assertThat(ended.out()).isEqualTo("agent home=" + home() + ",config=c d\nmain x typed\n");
        assertThat(ended.err()).startsWith("Picked up JAVA_TOOL_OPTIONS: ").endsWith("error\ncode 7\n");
    }

    @Test
    void outputCanBePutAside() throws Exception {
        Ended ended = run(List.of(JAVA.toString(), "-cp", folder.toString(), "Said", "x"), true);

        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("main x typed\n").contains("error\n").endsWith("code 7\n");
    }

    private Path home() {
        return folder.resolve("it's home");
    }

    private Path script(String line) throws IOException {
        Path script = Files.writeString(folder.resolve("tool.sh"), "#!/bin/sh\n" + line + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    /** In a JVM of its own, whose console is files. */
    private Ended run(List<String> words, boolean aside) throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
        MeasuredCommand command = MeasuredCommand.with(new AgentFlag(jar, home(), "c d"), words, environment);
        Path in = Files.writeString(folder.resolve("in.txt"), "typed");
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        JAVA.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LauncherMain.class.getName(),
                        Boolean.toString(aside))
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.command().addAll(command.words());
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        String toolOptions = builder.environment().remove("JAVA_TOOL_OPTIONS");
        if (toolOptions != null) {
            builder.environment().put("FOR_THE_COMMAND", toolOptions);
        }
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the command does not end");
        }
        return new Ended(Files.readString(out), Files.readString(err));
    }

    private record Ended(String out, String err) {}
}
