package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SkippedJvmsTest {
    private static final String[] PLAIN = {"java", "-Xmx1g", "-jar", "x.jar", "-XX:ArchiveClassesAtExit=not-mine"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.compiler/com.sun.tools.javac.Main A.java",
                "java.base/sun.security.tools.keytool.Main -list",
                "jdk.jartool/sun.tools.jar.Main cf x.jar",
                "com.sun.tools.javac.Main A.java"
            })
    void jdkToolsAreLeftAlone(String command) {
        assertThat(SkippedJvms.is(command, PLAIN, "")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.jar batch",
                "org.example.Main",
                "org.example.module/org.example.Main",
                "/jdk.tools/app.jar a/b",
                "java.tools/app.jar"
            })
    void applicationsAreMeasured(String command) {
        assertThat(SkippedJvms.is(command, PLAIN, "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xshare:dump",
                "-XX:ArchiveClassesAtExit=a.jsa",
                "-XX:AOTCacheOutput=a.aot",
                "-XX:AOTMode=record"
            })
    void aJvmThatWritesAnArchiveIsLeftAlone(String flag) {
        assertThat(SkippedJvms.is("x.jar", new String[] {"java", "-cp", "x.jar", flag, "Main"}, ""))
                .isTrue();
        assertThat(SkippedJvms.is("x.jar", PLAIN, "-Xmx1g " + flag)).isTrue();
    }

    @Test
    void aJvmWithoutACommandIsLeftAlone() {
        assertThat(SkippedJvms.is(null, new String[0], "")).isTrue();
    }

    @Test
    void anOldJvmWithAnArchiveIsSpared() {
        String[] archived = {"java", "-XX:SharedArchiveFile=a.jsa", "-jar", "x.jar"};

        assertThat(SkippedJvms.isEndangered(17, archived, "")).isTrue();
        assertThat(SkippedJvms.isEndangered(25, archived, "")).isFalse();
        assertThat(SkippedJvms.isEndangered(17, PLAIN, "")).isFalse();
    }

    @Test
    void otherAgentsAreSeen() {
        String[] ours = {"java", "-javaagent:perf-agent.jar", "-cp", "-javaagent:odd", "x.Main", "-javaagent:argument"};
        String[] two = {"java", "-javaagent:perf-agent.jar", "-agentlib:jdwp=x", "-jar", "x.jar"};

        assertThat(SkippedJvms.hasCompany(ours, "")).isFalse();
        assertThat(SkippedJvms.hasCompany(ours, "-javaagent:other.jar ")).isTrue();
        assertThat(SkippedJvms.hasCompany(two, "")).isTrue();
        assertThat(SkippedJvms.hasCompany(new String[0], "")).as("unknown").isTrue();
    }

    /** Who may weave, or bring classes, without our seeing it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:StartFlightRecording",
                "-XX:StartFlightRecording:filename=x.jfr",
                "-XX:VMOptionsFile=options",
                "-Xbootclasspath/a:x.jar",
                "@arguments"
            })
    void othersMayComeWithAFlag(String flag) {
        String[] withIt = {"java", "-javaagent:perf-agent.jar", flag, "-jar", "x.jar"};
        String[] afterwards = {"java", "-javaagent:perf-agent.jar", "-jar", "x.jar", flag};

        assertThat(SkippedJvms.hasCompany(withIt, "")).isTrue();
        assertThat(SkippedJvms.hasCompany(PLAIN, "-javaagent:perf-agent.jar " + flag))
                .isTrue();
        assertThat(SkippedJvms.hasCompany(afterwards, ""))
                .as("the application's own argument")
                .isFalse();
    }

    @Test
    void anArgumentFileHidesNoFlagBehindIt() {
        String[] archived = {"java", "@arguments", "-XX:SharedArchiveFile=a.jsa", "-jar", "x.jar"};

        assertThat(SkippedJvms.isEndangered(17, archived, "")).isTrue();
    }
}
