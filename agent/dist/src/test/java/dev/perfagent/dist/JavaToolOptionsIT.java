package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.Endings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The flag in {@code JAVA_TOOL_OPTIONS}, where it reaches JVMs that it was never meant for. */
final class JavaToolOptionsIT {
    @TempDir
    private Path folder;

    private AgentHome home;

    @BeforeEach
    void findHome() {
        home = new AgentHome(folder.resolve("home"));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void anApplicationIsMeasured(Jdk jdk) {
        Jvm.Ended ended = everywhere(jdk).main(Endings.class, "exit", "3").run();

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(home.onlyRun().path("exit_code").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void javacIsLeftAlone(Jdk jdk) throws IOException {
        Path source = Files.writeString(folder.resolve("Hello.java"), "class Hello {}\n");

        assertLeftAlone(everywhere(jdk).tool("javac", "-d", folder.toString(), source.toString()));

        assertThat(folder.resolve("Hello.class")).exists();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void jarIsLeftAlone(Jdk jdk) {
        assertToolLeftAlone(jdk, "jar", "tf", Jvm.AGENT.toString());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void keytoolIsLeftAlone(Jdk jdk) {
        assertToolLeftAlone(jdk, "keytool", "-help");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void jcmdIsLeftAlone(Jdk jdk) {
        assertToolLeftAlone(jdk, "jcmd", "-l");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void jdepsAndJavapAreLeftAlone(Jdk jdk) {
        String classFile = Jvm.TEST_CLASSES.resolve("org/example/Endings.class").toString();

        assertToolLeftAlone(jdk, "javap", classFile);
        assertToolLeftAlone(jdk, "jdeps", "--multi-release", "base", classFile);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void ourOwnToolIsLeftAlone(Jdk jdk) {
        assertLeftAlone(everywhere(jdk).jar(Jvm.AGENT, "--version"));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theVersionOfTheJvmIsAskedForWithoutUs(Jdk jdk) {
        assertLeftAlone(everywhere(jdk).program("-version"));
    }

    /** An AOT cache is trained by an ordinary run: nothing is woven or recorded in it. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.perfagent.dist.Jdk#withAotCache")
    void aRunThatTrainsAnAotCacheIsNotMeasured(Jdk jdk) {
        String flag = "-XX:AOTCacheOutput=" + folder.resolve("app.aot");

        Jvm.on(jdk, folder)
                .agent(home.option())
                .jvm(flag)
                .main(Endings.class, "return")
                .run();
        assertThat(home.folder()).doesNotExist();

        // The flag after an option whose value is a word of its own.
        Jvm.on(jdk, folder)
                .agent(home.option())
                .program("-cp", Jvm.TEST_CLASSES.toString(), flag, Endings.class.getName(), "return")
                .run();
        assertThat(home.folder()).doesNotExist();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.perfagent.dist.Jdk#withAotCache")
    void aRunThatRecordsAnAotConfigurationIsNotMeasured(Jdk jdk) {

        Jvm.on(jdk, folder)
                .agent(home.option())
                .jvm("-XX:AOTMode=record", "-XX:AOTConfiguration=" + folder.resolve("app.aotconf"))
                .main(Endings.class, "return")
                .run();

        assertThat(home.folder()).doesNotExist();
    }

    /** Such a JVM refuses every agent, unless told not to. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aRunThatWritesAClassArchiveIsLeftAlone(Jdk jdk) {
        assumeFalse(Jvm.IS_AGENTLIB, "the JVM ends such a run before any agent begins");
        Path jar = folder.resolve("app.jar"); // the JVM archives nothing from folders
        Twin.tool("jar", "--create", "--file=" + jar, "-C", Jvm.TEST_CLASSES.toString(), "org/example/Endings.class");
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option())
                .jvm("-XX:+UnlockDiagnosticVMOptions", "-XX:+AllowArchivingWithJavaAgent")
                .jvm("-XX:ArchiveClassesAtExit=" + folder.resolve("app.jsa"))
                .main(jar.toString(), Endings.class.getName(), "return")
                .run();

        assertThat(ended.exitCode()).as(ended.out() + ended.stderr()).isZero();
        assertThat(home.folder()).doesNotExist();
    }

    private Jvm everywhere(Jdk jdk) {
        return Jvm.on(jdk, folder).environment("JAVA_TOOL_OPTIONS", Jvm.flag(home.option()));
    }

    private void assertToolLeftAlone(Jdk jdk, String name, String... arguments) {
        assumeFalse(Jvm.IS_AGENTLIB, "tools without the module java.instrument do not start, as docs/start.md says");
        assertLeftAlone(everywhere(jdk).tool(name, arguments));
    }

    private void assertLeftAlone(Jvm tool) {
        Jvm.Ended ended = tool.run();

        assertThat(ended.exitCode()).as(ended.out() + ended.stderr()).isZero();
        assertThat(ended.stderr().lines().filter(line -> line.startsWith("perf-agent")))
                .isEmpty();
        assertThat(home.folder()).doesNotExist();
    }
}
