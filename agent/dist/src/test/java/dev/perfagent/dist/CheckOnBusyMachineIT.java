package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped jar's {@code check}, over a history of which it is known what the machine did and what the command did. */
final class CheckOnBusyMachineIT {
    private static final double QUIET = 0.02;

    @TempDir
    private Path folder;

    private int made;

    /** Twenty runs, every other one beside so much other work that it takes twice to four times as long. */
    @BeforeEach
    void aHistoryInWhichWallTimeIsNoise() throws IOException {
        for (int i = 0; i < 20; i++) {
            run(1000 + 5 * (i % 7), i % 2 == 0 ? QUIET : 0.4 + 0.04 * (i % 6));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void aBuildPassesWhenOnlyContentionGrew(Jdk jdk) throws IOException {
        for (int i = 0; i < 6; i++) {
            run(1000 + 5 * (i % 7), 0.6);
        }

        Jvm.Ended checked = check(jdk);

        assertThat(checked.exitCode()).as(checked.out()).isZero();
        assertThat(checked.out()).contains("machine's share 60%").contains("The machine was busy");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void aBuildFailsWhenCpuTimeGrewThoughWallTimeIsNoise(Jdk jdk) throws IOException {
        for (int i = 0; i < 6; i++) {
            run(1300 + 5 * (i % 7), i % 2 == 0 ? QUIET : 0.5);
        }

        Jvm.Ended checked = check(jdk);

        assertThat(checked.exitCode()).as(checked.out()).isEqualTo(1);
        assertThat(checked.out().replaceAll("\\s+", " ")).containsPattern("CPU time grew by (29|30|31)%");
    }

    /** @param share of its time for which it waits for a CPU */
    private void run(double cpuMs, double share) throws IOException {
        double total = (cpuMs + 50) / (1 - share * 1.12);
        Path file = folder.resolve("home/history/date=2026-03-02/build.ndjson");
        Files.createDirectories(file.getParent());
        String line = String.format(
                Locale.ROOT,
                "{\"schema\":1,\"execution_id\":\"%04d\",\"timestamp\":\"2026-03-02T10:%02d:00.000Z\",\"application\":\"ghpm\","
                        + "\"application_version\":\"1\",\"command\":\"batch\",\"outcome\":\"success\","
                        + "\"duration\":{\"total_ms\":%.3f},\"resource_usage\":{\"cpu_time_ms\":%.3f,"
                        + "\"thread_cpu_ms\":%.3f,\"cpu_wait_ms\":%.3f,\"jvm_cpu_ms\":300.0},"
                        + "\"environment\":{\"fingerprint\":\"f\"},\"self\":{\"plan\":\"warm\"}}%n",
                ++made,
                made,
                total,
                cpuMs + 300,
                cpuMs,
                total * share);
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + line);
    }

    private Jvm.Ended check(Jdk jdk) {
        return Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", folder.resolve("home").toString())
                .jar(Jvm.AGENT, "check")
                .run();
    }
}
