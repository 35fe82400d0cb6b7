package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JVM's options are on a command line, also where the launcher reads them from a file. */
final class JvmOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void theyEndAtTheProgram() {
        assertThat(options("-Xmx1g", "-jar", "x.jar", "-Xapp")).containsExactly("-Xmx1g");
        assertThat(options("-ea", "-m", "m/x.Main", "-Xapp")).containsExactly("-ea");
        assertThat(options("-cp", "-Xodd.jar", "-Xms1g", "x.Main", "-Xapp")).containsExactly("-cp", "-Xms1g");
        assertThat(options("--add-modules", "java.instrument", "-Xms1g", "x.Main"))
                .containsExactly("--add-modules", "-Xms1g");
        assertThat(options("x.Main", "@file")).isEmpty();
        assertThat(options()).isEmpty();
    }

    @Test
    void thoseInAnArgumentFileCountWhereItStands() throws IOException {
        String file =
                file("-Xmx1g  \"-Da=b c\"\n\t'-javaagent:a \\\"b\\\".jar=home=x'\r\n--add-modules\njava.instrument");

        assertThat(options("-ea", file, "-Xss1m", "x.Main", "-Xapp"))
                .containsExactly(
                        "-ea", "-Xmx1g", "-Da=b c", "-javaagent:a \"b\".jar=home=x", "--add-modules", "-Xss1m");
    }

    @Test
    void theProgramMayBeInAnArgumentFileToo() throws IOException {
        assertThat(options(file("-Xmx1g -cp x.jar x.Main"), "-Xapp", file("-Xmore")))
                .containsExactly("-Xmx1g", "-cp");
    }

    @Test
    void anArgumentFileNamesNoOther() throws IOException {
        assertThat(options(file("-Xmx1g @other"), "-Xapp")).containsExactly("-Xmx1g");
    }

    @Test
    void withoutArgumentFilesTheWordIsTheProgram() throws IOException {
        assertThat(options("--disable-@files", file("-Xmx1g"), "-Xapp")).containsExactly("--disable-@files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# a comment\n-Xmx1g", "-Da=C:\\x", "\"-Da=b\\\n  c\"", "\"-Da=b\\tc\"", "\"-Da=\\"})
    void aFileThatNeedsMoreThanThatIsNotLookedInto(String content) throws IOException {
        String file = file(content);

        assertThat(options("-ea", file, "-Xss1m", "x.Main")).containsExactly("-ea", file, "-Xss1m");
    }

    @Test
    void norIsOneThatCannotBeReadOrIsLarge() throws IOException {
        assertThat(options("@" + folder.resolve("none"), "-ea", "X")).hasSize(2);
        assertThat(options(file("-Xmx1g ".repeat(10_000)), "-ea", "X")).hasSize(2);
        assertThat(options(file(""), "-ea", "X")).containsExactly("-ea");
    }

    private static String[] options(String... words) {
        String[] commandLine = new String[words.length + 1];
        commandLine[0] = "java";
        System.arraycopy(words, 0, commandLine, 1, words.length);
        return Machine.jvmOptions(commandLine);
    }

    private String file(String content) throws IOException {
        return "@" + Files.writeString(Files.createTempFile(folder, "arguments", ""), content);
    }
}
