package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.example.Steps;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that cannot be trusted is not used: the run is measured as a first one is. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "owner and mode are those of Unix")
final class PlanDamageIT {
    private static final String RULE =
            "phases:\n  - { phase: inner, class: org.example.Steps, method: inner, min_ms: 0 }\n";

    /** Of the run that makes the plan, which each test gets a copy of. */
    @TempDir
    private static Path first;

    @TempDir
    private Path folder;

    private PlanRuns runs = new PlanRuns(Path.of(""), jvm -> jvm);
    private Path plan = Path.of("");
    private byte[] whole = {};

    @BeforeAll
    static void makeThePlan() {
        TestConfig.rules(first.resolve("config"), RULE);
        assertMeasured(runsIn(first), "cold");
    }

    @BeforeEach
    void copyThePlan() throws IOException {
        runs = runsIn(folder);
        new AgentHome(first.resolve("home")).copyPlansTo(runs.home());
        plan = runs.onlyPlan();
        whole = Files.readAllBytes(plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "flipped", "emptied", "anothers"})
    void damaged(String how) throws IOException {
        byte[] flipped = whole.clone();
        flipped[flipped.length / 2] ^= 4;
        Files.write(
                plan,
                switch (how) {
                    case "truncated" -> Arrays.copyOf(whole, whole.length / 2);
                    case "flipped" -> flipped;
                    case "emptied" -> new byte[0];
                    default -> anothersPlan();
                });

        assertMeasured("cold");
        assertMeasured("warm");
        assertThat(runs.home().agentLog()).isEmpty();
    }

    private byte[] anothersPlan() throws IOException {
        PlanRuns others = new PlanRuns(folder.resolve("other"), jvm -> jvm.main(Steps.class, "nested"));
        others.next(Jdk.own());
        return Files.readAllBytes(others.onlyPlan());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "folder"})
    void thatOthersMayWrite(String which) throws IOException {
        boolean isFile = which.equals("file");
        Files.setPosixFilePermissions(
                isFile ? plan : plan.getParent(), PosixFilePermissions.fromString(isFile ? "rw-rw-rw-" : "rwxrwxrwx"));

        assertMeasured("cold");
        assertMeasured("warm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "folder"})
    void thatIsSomebodyElses(String which) throws IOException {
        assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid")), "only root gives files away");
        Files.setAttribute(which.equals("file") ? plan : plan.getParent(), "unix:uid", 12345);

        assertMeasured("cold");
    }

    @Test
    void aLinkInTheFilesPlace() throws IOException {
        Path elsewhere = Files.move(plan, folder.resolve("elsewhere"));
        Files.createSymbolicLink(plan, elsewhere);

        assertMeasured("cold");
        assertMeasured("warm");
        assertThat(elsewhere).hasBinaryContent(whole);
    }

    @Test
    void aLinkInTheFoldersPlace() throws IOException {
        Path elsewhere = Files.move(plan.getParent(), folder.resolve("elsewhere"));
        Files.createSymbolicLink(plan.getParent(), elsewhere);

        assertMeasured("cold");
        assertMeasured("cold");
    }

    @Test
    void aFileInTheFoldersPlace() throws IOException {
        Files.move(plan.getParent(), folder.resolve("elsewhere"));
        Files.writeString(plan.getParent(), "kept");

        assertMeasured("cold");
        assertThat(plan.getParent()).hasContent("kept");
        assertThat(runs.home().agentLog()).contains("could not be stored");
    }

    @Test
    @NeedsProgram({"unshare", "-rm", "true"})
    void aHomeThatCanOnlyBeRead() throws Exception {
        Jvm.Ended expected =
                Jvm.on(Jdk.own(), folder).main(Steps.class, "nested").run();
        String readOnly = "mount --bind '" + runs.home().folder() + "' '"
                + runs.home().folder() + "'; mount -o remount,ro,bind '"
                + runs.home().folder() + "'; exec \"$@\"";
        Files.write(plan, Arrays.copyOf(whole, 100));
        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .agent(runs.option())
                .main(Steps.class, "nested")
                .inside("unshare", "-rm", "sh", "-c", readOnly, "sh")
                .run();

        assertThat(ended.out()).isEqualTo(expected.out());
        assertThat(ended.stderr())
                .startsWith("perf-agent: this run is not recorded: ")
                .hasLineCount(1);
        assertThat(ended.exitCode()).isEqualTo(expected.exitCode());
        assertThat(plan).hasBinaryContent(Arrays.copyOf(whole, 100));
    }

    /** Its path is part of what a plan depends on, so that all have one configuration. */
    private static PlanRuns runsIn(Path folder) {
        return new PlanRuns(folder, jvm -> jvm.main(Steps.class, "nested"), "config=" + first.resolve("config"));
    }

    private void assertMeasured(String how) {
        assertMeasured(runs, how);
    }

    private static void assertMeasured(PlanRuns runs, String how) {
        PlanRuns.Measured run = runs.next(Jdk.own());
        assertThat(run.ended().stderr()).isEmpty();
        assertThat(run.ended().exitCode()).isZero();
        assertThat(run.plan()).isEqualTo(how);
        assertThat(run.phases()).isEqualTo(Map.of("inner", 2));
    }
}
