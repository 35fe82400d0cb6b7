package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.example.Alone;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A JVM with a security manager, from its start or set by the application. Later ones than 23 refuse the flag. */
final class SecurityManagerIT {
    /** Its manager denies whatever the default policy does not grant, except to end the process. */
    private static final String SETS_A_MANAGER = """
            package app; public class Main { public static void main(String[] args) throws Exception {
                System.setSecurityManager(new SecurityManager() { public void checkExit(int status) { } });
                switch (args[0]) {
                    case "throw": throw new IllegalStateException("thrown");
                    case "exit": System.exit(3);
                    case "halt": Runtime.getRuntime().halt(5);
                    case "refused":
                        try {
                            System.getProperty("user.home");
                            System.exit(9);
                        } catch (SecurityException refused) {
                            return;
                        }
                    default: return;
                } } }""";

    @TempDir
    private Path folder;

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.perfagent.dist.Jdk#withSecurityManager")
    void aPolicyThatDeniesEverythingLeavesTheToolAlone(Jdk jdk) {
        AgentHome home = new AgentHome(folder.resolve("home"));

        Jvm.Ended measured = denied(jdk).agent(home.option()).main(Alone.class).run();
        Jvm.Ended quiet =
                denied(jdk).agent(home.option(), "quiet=true").main(Alone.class).run();
        Jvm.Ended disabled =
                denied(jdk).agent("enabled=false").main(Alone.class).run();

        assertThat(List.of(measured.exitCode(), quiet.exitCode(), disabled.exitCode()))
                .containsOnly(0);
        assertThat(measured.out()).isEqualToIgnoringNewLines("alone");
        assertThat(measured.stderr()).contains("perf-agent: ", "this run is not measured", "access denied");
        assertThat(quiet.out()).isEqualToIgnoringNewLines("alone");
        assertThat(quiet.stderr()).doesNotContain("perf-agent");
        assertThat(disabled.out()).isEqualToIgnoringNewLines("alone");
        assertThat(disabled.stderr()).doesNotContain("perf-agent");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.perfagent.dist.Jdk#withSecurityManager")
    void aPolicyThatGrantsOurJarEverythingHasTheToolMeasured(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Path policy = Files.writeString(
                folder.resolve("our.policy"),
                "grant codeBase \"" + Jvm.AGENT.toUri() + "\" { permission java.security.AllPermission; };\n");
        for (int run = 0; run < 2; run++) {
            Jvm.Ended ended = denied(jdk)
                    .jvm("-Djava.security.policy=" + policy)
                    .agent(home.option())
                    .main(Alone.class)
                    .run();

            assertThat(ended.out()).isEqualToIgnoringNewLines("alone");
            assertThat(ended.exitCode()).isZero();
        }
        assertThat(home.runs()).as(home.agentLog()).hasSize(2);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.perfagent.dist.Jdk#withSecurityManager")
    void aManagerThatTheApplicationSetsItselfChangesNothing(Jdk jdk) {
        Path jar = Packed.sources(folder.resolve("app.jar"), "", Map.of("Main-Class", "app.Main"), SETS_A_MANAGER);
        AgentHome home = new AgentHome(folder.resolve("home"));
        List<Integer> codes = new ArrayList<>();
        for (String end : List.of("return", "return", "throw", "exit", "halt", "refused")) {
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .jvm("-Djava.security.manager=allow")
                    .agent(home.option())
                    .jar(jar, end)
                    .run();
            assertThat(ended.stderr()).as(end).doesNotContain("perf-agent");
            codes.add(ended.exitCode());
        }

        assertThat(codes).containsExactly(0, 0, 1, 3, 5, 0);
        assertThat(home.runs())
                .as(home.agentLog())
                .extracting(run -> run.path("exit_code").asInt(-1))
                .containsExactlyElementsOf(codes);
        assertThat(home.runs())
                .extracting(run -> run.path("outcome").asString())
                .containsExactly("success", "success", "error", "error", "error", "success");
        assertThat(home.agentLog()).isEmpty();
    }

    private Jvm denied(Jdk jdk) {
        return Jvm.on(jdk, folder).jvm("-Djava.security.manager");
    }
}
