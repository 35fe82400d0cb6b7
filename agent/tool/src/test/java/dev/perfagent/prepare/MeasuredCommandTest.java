package dev.perfagent.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredCommandTest {
    private static final Path JAR = Path.of("/opt/perf-agent.jar");
    private static final Path HOME = Path.of("/var/lib/perf");

    @ParameterizedTest
    @ValueSource(strings = {"java", "/usr/lib/jvm/17/bin/java", "jdk/bin/java.exe"})
    void javaGetsTheFlagAsItsFirstArgument(String java) {
        MeasuredCommand command =
                with(new AgentFlag(JAR, HOME, "conf"), List.of(java, "-jar", "x.jar"), Map.of("A", "1"));

        assertThat(command.words())
                .containsExactly(java, "-javaagent:" + JAR + "=home=" + HOME + ",config=conf", "-jar", "x.jar");
        assertThat(command.environment()).isEqualTo(Map.of("A", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin/ghpm", "javaw", "./java.sh", "mvn"})
    void whateverElseGetsItInAVariable(String script) {
        MeasuredCommand command = with(new AgentFlag(JAR, HOME, null), List.of(script, "batch"), Map.of());

        assertThat(command.words()).containsExactly(script, "batch");
        assertThat(command.environment()).isEqualTo(Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + JAR + "=home=" + HOME));
    }

    @Test
    void otherToolOptionsStay() {
        assertThat(with(new AgentFlag(JAR, HOME, null), List.of("ghpm"), Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g"))
                        .environment())
                .containsEntry("JAVA_TOOL_OPTIONS", "-Xmx1g -javaagent:" + JAR + "=home=" + HOME);
    }

    @Test
    void whatAnOptionCannotSayIsSaidByAVariable() {
        AgentFlag flag = new AgentFlag(JAR, Path.of("/a,b"), " c");

        assertThat(flag.text()).isEqualTo("-javaagent:" + JAR);
        assertThat(with(flag, List.of("java", "X"), Map.of("PERF_AGENT_HOME", "/other"))
                        .environment())
                .isEqualTo(Map.of("PERF_AGENT_HOME", Path.of("/a,b").toString(), "PERF_AGENT_CONFIG", " c"));
    }

    @Test
    void aFlagThatIsThereAlreadyIsFound() {
        assertThat(GivenFlag.find(
                        List.of("java", "-Xmx1g", "-javaagent:/x/perf-agent.jar=home=/h,config=c"), Map.of(), JAR))
                .isEqualTo(new GivenFlag("the command", "home=/h,config=c"));
        assertThat(GivenFlag.find(List.of("ghpm"), Map.of("JAVA_TOOL_OPTIONS", "-ea '-javaagent:perf-agent.jar'"), JAR))
                .isEqualTo(new GivenFlag("JAVA_TOOL_OPTIONS", ""));
        assertThat(GivenFlag.find(List.of("ghpm"), Map.of("JDK_JAVA_OPTIONS", "-javaagent:jacoco.jar=a=b"), JAR))
                .isNull();
    }

    @Test
    void itIsFoundInItsOtherSpelling() {
        assertThat(GivenFlag.find(
                        List.of("java", "-agentlib:instrument=/x/perf-agent.jar=home=/h", "-jar", "x.jar"),
                        Map.of(),
                        JAR))
                .isEqualTo(new GivenFlag("the command", "home=/h"));
        assertThat(GivenFlag.find(
                        List.of("ghpm"),
                        Map.of("JDK_JAVA_OPTIONS", "-agentlib:instrument=perf-agent.jar=home=/h"),
                        JAR))
                .isEqualTo(new GivenFlag("JDK_JAVA_OPTIONS", "home=/h"));
        assertThat(GivenFlag.find(List.of("java", "-agentlib:instrument=jacoco.jar", "X"), Map.of(), JAR))
                .isNull();
    }

    @Test
    void itIsFoundInAFileOfArguments(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("perf.args"), "-Xmx1g\n\"-agentlib:instrument=/x/perf-agent.jar=home=/h\"\n");

        assertThat(GivenFlag.find(List.of("java", "@" + file, "-jar", "x.jar"), Map.of(), JAR))
                .isEqualTo(new GivenFlag("the command", "home=/h"));
        assertThat(GivenFlag.find(List.of("java", "-jar", "x.jar", "@" + file), Map.of(), JAR))
                .as("the program's own argument")
                .isNull();
        assertThat(GivenFlag.find(List.of("java", "X"), Map.of("JDK_JAVA_OPTIONS", "-ea @" + file), JAR))
                .isEqualTo(new GivenFlag("JDK_JAVA_OPTIONS", "home=/h"));
        assertThat(GivenFlag.find(List.of("java", "@" + folder.resolve("none"), "X"), Map.of(), JAR))
                .isNull();
    }

    @Test
    void itsOptionsAreRead() {
        GivenFlag flag = new GivenFlag("the command", "quiet=true, home=/h=1,config=");

        assertThat(flag.option("home")).isEqualTo("/h=1");
        assertThat(flag.option("config")).isEmpty();
        assertThat(flag.option("enabled")).isNull();
    }

    private static MeasuredCommand with(AgentFlag flag, List<String> words, Map<String, String> environment) {
        return MeasuredCommand.with(flag, words, environment);
    }
}
