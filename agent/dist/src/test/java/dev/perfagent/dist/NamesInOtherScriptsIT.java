package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.Promises;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.Alone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that have letters beyond ASCII stay apart, in files and on the console, also under {@code LC_ALL=C}. */
final class NamesInOtherScriptsIT {
    /** Alike in length, two of them at their beginning. */
    private static final List<String> NAMES = List.of("构建", "测试", "构成");

    private static final String LOCALE = "names in other scripts need a locale of UTF-8, such as LC_ALL=C.UTF-8";

    @TempDir
    private Path folder;

    private AgentHome home;

    @BeforeEach
    void findHome() {
        home = new AgentHome(folder.resolve("home"));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void differentNamesHaveDifferentFilesAndLookDifferent(Jdk jdk) throws IOException {
        for (String name : NAMES) {
            Path config = Files.createDirectories(folder.resolve("config"));
            Files.writeString(config.resolve("instrumentation.yml"), "application: { name: \"" + name + "\" }\n");
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .environment("LC_ALL", "C")
                    .agent(home.option(), "config=" + config)
                    .main(Alone.class)
                    .run();
            assertThat(ended.stderr()).isEmpty();
        }

        assertThat(home.runs())
                .extracting(run -> run.path("application").asString())
                .containsExactlyElementsOf(NAMES);
        assertThat(home.files("matches")).hasSameSizeAs(NAMES);
        assertThat(home.files("recent"))
                .filteredOn(file -> !file.endsWith(".day"))
                .hasSameSizeAs(NAMES);

        for (String name : NAMES.subList(0, 2)) {
            Jvm.Ended explained = tool(jdk, "explain", "--home", "home", "@" + name);
            assertThat(explained.exitCode()).as(explained.stderr()).isZero();
            assertThat(explained.out()).startsWith(ascii(name) + System.lineSeparator());
        }
        Jvm.Ended listed = tool(jdk, "runs", "--home", "home", "--format", "json", "--application", "@构成");
        assertThat(listed.out().split("\"execution_id\"", -1)).hasSize(2);
        for (String command : List.of("runs", "report", "check", "analyze", "optimize")) {
            Jvm.Ended ended = tool(jdk, command, "--home", "home");
            Promises.ofMessages(ended.stderr(), command);
            assertThat(ended.out()).as(command).matches("[\\n -~]*").doesNotContain("?");
            if (command.equals("runs") || command.equals("report")) {
                assertThat(ended.out())
                        .contains(
                                NAMES.stream().map(NamesInOtherScriptsIT::ascii).toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void aFolderThatTheLocaleCannotSpellIsSaidInWords(Jdk jdk) throws IOException {
        Path unspelled = Files.createDirectories(folder.resolve("家"));
        Files.createDirectories(folder.resolve("home"));
        for (List<String> command : List.of(
                List.of("runs", "--home", "@家"),
                List.of("runs", "--history", "@家"),
                List.of("check", "--home", "home", "--config", "@家"),
                List.of("export", "--home", "home", "--out", "@家/runs.csv"),
                List.of("prepare", "--home", "home", "--config", "@家", "--", "java", "-version"))) {
            Jvm.Ended ended = tool(jdk, command.toArray(String[]::new));

            assertThat(ended.exitCode()).as("%s: %s", command, ended.stderr()).isIn(2, 3);
            assertThat(ended.stderr()).as("%s", command).contains("\\u5bb6").contains(LOCALE);
            Promises.ofMessages(ended.stderr(), command.toString());
        }
        for (String set : List.of(
                "export JAVA_TOOL_OPTIONS=$AGENT=home=" + octal("家"),
                "export PERF_AGENT_HOME=" + octal("家") + " JAVA_TOOL_OPTIONS=$AGENT",
                "export PERF_AGENT_HOME=home PERF_AGENT_CONFIG=" + octal("家") + " JAVA_TOOL_OPTIONS=$AGENT",
                "export JAVA_TOOL_OPTIONS=$AGENT=home=home,config=" + octal("家"))) {
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .environment("LC_ALL", "C")
                    .environment("AGENT", Jvm.FLAG + Jvm.AGENT)
                    .after(set)
                    .main(Alone.class)
                    .run();

            assertThat(ended.exitCode()).as(ended.stderr()).isZero();
            assertThat(ended.stderr().lines().filter(line -> line.startsWith("perf-agent:")))
                    .as("%s: %s", set, ended.stderr())
                    .hasSize(1)
                    .allMatch(line -> line.contains(LOCALE) && !line.contains("?"));
        }
        assertThat(unspelled).isEmptyDirectory();
    }

    /** Words after an at sign are passed as bytes of UTF-8, whatever locale the tests run in. */
    private Jvm.Ended tool(Jdk jdk, String... words) {
        StringBuilder arguments = new StringBuilder();
        for (String word : words) {
            arguments
                    .append(" \"")
                    .append(word.startsWith("@") ? octal(word.substring(1)) : word)
                    .append('"');
        }
        return Jvm.on(jdk, folder)
                .environment("LC_ALL", "C")
                .inside("sh", "-c", "exec \"$@\"" + arguments, "sh")
                .jar(Jvm.AGENT)
                .run();
    }

    private static String octal(String text) {
        StringBuilder octal = new StringBuilder("$(printf '");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            octal.append(String.format("\\%03o", b & 0xff));
        }
        return octal.append("')").toString();
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ascii.append(c < 0x7f ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return ascii.toString();
    }
}
