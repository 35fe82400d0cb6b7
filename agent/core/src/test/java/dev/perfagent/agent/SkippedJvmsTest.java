package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SkippedJvmsTest {
    private static final String[] PLAIN = {"-Xmx1g"};

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
                "com.sun.tools.xjc.Driver a.xsd",
                "/jdk.tools/app.jar a/b",
                "java.tools/app.jar"
            })
    void applicationsAreMeasured(String command) {
        assertThat(SkippedJvms.is(command, PLAIN, "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xshare:dump", "-XX:ArchiveClassesAtExit=a.jsa", "-XX:AOTMode=create"})
    void aJvmThatWritesAnArchiveIsLeftAlone(String flag) {
        assertThat(SkippedJvms.is("x.jar", new String[] {"-cp", flag}, "")).isTrue();
        assertThat(SkippedJvms.is("x.jar", PLAIN, "-Xmx1g " + flag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:AOTCacheOutput=a.aot", "-XX:AOTMode=record", "-XX:AOTConfiguration=a.conf"})
    void aRunThatMakesAnAotCacheIsKnown(String flag) {
        assertThat(SkippedJvms.is("x.jar", new String[] {flag}, "")).isFalse();
        assertThat(SkippedJvms.isTraining(new String[] {"-cp", flag}, "")).isTrue();
        assertThat(SkippedJvms.isTraining(PLAIN, "-Xmx1g " + flag)).isTrue();
        assertThat(SkippedJvms.isTraining(PLAIN, "-XX:AOTCache=a.aot")).isFalse();
    }

    @Test
    void anAotCacheMayBringClasses() {
        String[] cache = {"-XX:AOTCache=a.aot"};
        assertThat(SkippedJvms.mayHaveCache(25, cache, "")).isTrue();
        assertThat(SkippedJvms.mayHaveCache(17, cache, "")).isFalse();
        assertThat(SkippedJvms.mayHaveCache(25, PLAIN, "")).isFalse();
        assertThat(SkippedJvms.mayHaveCache(25, null, ""))
                .as("where options cannot be read")
                .isTrue();
    }

    @Test
    void aJvmWithoutACommandIsLeftAlone() {
        assertThat(SkippedJvms.is(null, PLAIN, "")).isTrue();
    }

    @Test
    void anArchiveOfAnOldJvmIsLookedAt() {
        String[] archived = {"-XX:SharedArchiveFile=a.jsa"};

        assertThat(SkippedJvms.hasUnsafeArchive(17, archived, "")).isTrue();
        assertThat(SkippedJvms.hasUnsafeArchive(25, archived, "")).isFalse();
        assertThat(SkippedJvms.hasUnsafeArchive(17, PLAIN, "")).isFalse();
    }

    @Test
    void otherAgentsAreSeen() {
        String[] ours = {"-javaagent:perf-agent.jar", "-cp"};
        String[] two = {"-javaagent:perf-agent.jar", "-agentlib:jdwp=x"};

        assertThat(SkippedJvms.hasCompany(ours, "")).isFalse();
        assertThat(SkippedJvms.hasCompany(new String[] {"-agentlib:instrument=perf-agent.jar=home=x"}, ""))
                .isFalse();
        assertThat(SkippedJvms.hasCompany(ours, "-javaagent:other.jar ")).isTrue();
        assertThat(SkippedJvms.hasCompany(two, "")).isTrue();
        assertThat(SkippedJvms.hasCompany(null, "")).as("unknown").isTrue();
        assertThat(SkippedJvms.hasCompany(PLAIN, ""))
                .as("a launcher's own file of options")
                .isTrue();
    }

    /** Who may weave, or bring classes, without our seeing it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:StartFlightRecording",
                "-XX:StartFlightRecording:filename=x.jfr",
                "-XX:VMOptionsFile=options",
                "-Xbootclasspath/a:x.jar",
                "-Xrunjdwp:transport=dt_socket",
                "@arguments"
            })
    void othersMayComeWithAFlag(String flag) {
        String[] withIt = {"-javaagent:perf-agent.jar", flag};

        assertThat(SkippedJvms.hasCompany(withIt, "")).isTrue();
        assertThat(SkippedJvms.hasCompany(PLAIN, "-javaagent:perf-agent.jar " + flag))
                .isTrue();
    }
}
