package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What build servers read. */
class CheckForBuildServersTest {
    private static final String LIMITS = """
            benchmarks:
              commands:
                batch: { max_acceptable_ms: 2000, phases: { load: { target_ms: 1000 } } }
                list: { max_acceptable_ms: 2000 }
            """;

    private final Path home;
    private final Path config;

    CheckForBuildServersTest(@TempDir Path folder) {
        home = folder.resolve("home");
        config = folder.resolve("config");
    }

    @BeforeEach
    void limit() throws IOException {
        SampleHome.append(config.resolve("benchmarks.yml"), LIMITS);
    }

    @Test
    void junitHasACaseForEachVerdict() throws Exception {
        Files.writeString(config.resolve("benchmarks.yml"), """
                benchmarks:
                  commands:
                    batch: { max_acceptable_ms: 2000, phases: { load: { target_ms: 1000 } } }
                """);
        add(batch(1, 3200), batch(2, 1000).command("list"));

        ToolRun run = check("--since", "2h", "--format", "junit");

        assertThat(run.code()).isEqualTo(ExitCode.AGAINST);
        assertThat(run.out()).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="perf-agent check" tests="4" failures="1" errors="0">
                  <testsuite name="ghpm list id-02" tests="1" failures="0" errors="0" skipped="1" time="1.000" \
                timestamp="2026-11-20T08:02:00" hostname="build-7" id="id-02">
                    <properties>
                      <property name="judged_by" value="total"/>
                    </properties>
                    <testcase classname="ghpm list id-02" name="time of list (recent runs)" time="1.000">\
                <skipped message="1.0s; 0 recent runs are too few to compare with: 12 more needed"></skipped></testcase>
                  </testsuite>
                  <testsuite name="ghpm batch id-01" tests="3" failures="1" errors="0" skipped="1" time="3.200" \
                timestamp="2026-11-20T08:01:00" hostname="build-7" id="id-01">
                    <properties>
                      <property name="judged_by" value="total"/>
                    </properties>
                    <testcase classname="ghpm batch id-01" name="time of batch (limit)" time="3.200">\
                <failure message="critical: 3.2s against a limit of at most 2.0s, missed by 60%" \
                type="performance_degradation"></failure></testcase>
                    <testcase classname="ghpm batch id-01" name="time of batch (recent runs)" time="3.200">\
                <skipped message="3.2s; 0 recent runs are too few to compare with: 12 more needed"></skipped></testcase>
                    <testcase classname="ghpm batch id-01" name="phase time of load (target)" time="0.010">\
                <system-out>ok: 10ms, 99% under its target of 1.0s (variance excellent); alert above 1.5s</system-out></testcase>
                  </testsuite>
                </testsuites>
                """);
    }

    @Test
    void namesCannotBreakTheXml() throws Exception {
        String name = "<&\"'\u0000\u001b[31m]]>\uffff\u202e ü";
        SampleHome.append(
                config.resolve("alerts.yml"), "alerts: { performance_degradation: { consecutive_violations: 1 } }\n");
        add(batch(1, 3200).command(name).application(name));

        ToolRun run = check("--format", "junit");

        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(run.out().getBytes(StandardCharsets.UTF_8)));
        NodeList suites = document.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(1);
        assertThat(((Element) suites.item(0)).getAttribute("name"))
                .isEqualTo("<&\"'\\u0000\\u001b[31m]]>\\uffff\\u202e ü id-01");
    }

    @Test
    void gitHubGetsTenAnnotationsOfAKind() throws IOException {
        IntStream.range(1, 13).forEach(i -> add(batch(i, 3200)));
        add(batch(20, 2100));

        ToolRun run = check("--since", "2h", "--format", "github");

        assertThat(run.code()).isEqualTo(ExitCode.AGAINST);
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(11);
        assertThat(lines.get(0))
                .isEqualTo("::error title=ghpm batch%3A time of batch::3.2s against a limit of at most 2.0s, missed by"
                        + " 60%25 (run id-12)");
        assertThat(lines.get(9))
                .isEqualTo("::error title=3 more are critical::ghpm batch: time of batch%0Aghpm batch: time of batch"
                        + "%0Aghpm batch: time of batch");
        assertThat(lines.get(10)).startsWith("::warning title=ghpm batch%3A time of batch::2.1s against");
    }

    private ToolRun check(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "check";
        arguments[1] = "--config";
        arguments[2] = config.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        if (more.length > 1 && more[0].equals("--config")) {
            return ToolRun.of(home, "check", "--config", more[1]);
        }
        return ToolRun.of(home, arguments);
    }

    private void add(SampleRun... runs) {
        try {
            new SampleHome(home).add(runs);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static SampleRun batch(int i, double ms) {
        return plain(i).took(ms).phase("load", 10);
    }

    private static SampleRun plain(int i) {
        return SampleRun.plain((i < 10 ? "id-0" : "id-") + i, "2026-11-20T08:" + (i < 10 ? "0" : "") + i + ":00Z")
                .took(1000)
                .fingerprint("f");
    }
}
