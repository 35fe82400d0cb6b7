package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.Chance;
import dev.perfagent.dist.fuzz.HostileHome;
import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.example.Endings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code check --format junit} writes is what Jenkins reads, and no two suites and no two cases have one name. */
final class JUnitReportIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void ofSeveralRunsIsValid(Jdk jdk) throws Exception {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(
                config.resolve("benchmarks.yml"),
                "benchmarks:\n  commands:\n    Endings: { max_acceptable_ms: 0.001, target_ms: 0.001, max_heap_delta_mb: 900 "
                        + "}\n");
        for (String code : List.of("0", "0", "3")) {
            Jvm.on(jdk, folder)
                    .agent(home.option(), "config=" + config, "quiet=true")
                    .main(Endings.class, "exit", code)
                    .run();
        }

        Jvm.Ended checked = Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", home.folder().toString())
                .jar(Jvm.AGENT, "check", "--since", "1d", "--config", config.toString(), "--format", "junit")
                .run();

        assertThat(checked.exitCode()).as(checked.stderr()).isEqualTo(1);
        assertThat(checked.out().split("<testsuite ", -1)).hasSize(4);
        assertThat(checked.out()).contains("<failure ").contains("<skipped ").contains("<system-out>");
        assertValid(checked.out());
    }

    @Test
    void ofRunsWithNamesThatNobodyWouldChooseIsValid() throws Exception {
        int judged = 0;
        for (int seed = 0; seed < 10; seed++) {
            AgentHome home = new AgentHome(folder.resolve("home" + seed));
            HostileHome.write(new Chance(seed), home.folder());
            ToolInJar.Ended checked =
                    ToolHere.run(home, "check", "--timeframe", "2000-01-01..2099-12-31", "--format", "junit");
            if (checked.exitCode() < 2) {
                assertValid(checked.out());
                judged++;
            }
        }
        assertThat(judged).isGreaterThan(3);
    }

    private static void assertValid(String report) throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(JUnitReportIT.class.getResource("junit-report.xsd")));
        schema.newValidator().validate(new StreamSource(new StringReader(report)));
    }
}
