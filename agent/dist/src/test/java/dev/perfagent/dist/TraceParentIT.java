package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.ToolInJar;
import java.nio.file.Path;
import org.example.Endings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run that was started in a trace is exported as a part of it. */
final class TraceParentIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    /** One for all: the plan that the first run makes serves the others. */
    @TempDir
    private static Path folder;

    private AgentHome home;

    @BeforeEach
    void findHome() {
        home = new AgentHome(folder.resolve("home"));
        home.keepPlansOnly();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theSpanOfARunIsBelowTheOneThatStartedIt(Jdk jdk) {
        JsonNode span = span(jdk, "00-" + TRACE + "-" + PARENT + "-01");

        assertThat(span.path("traceId").asString()).isEqualTo(TRACE);
        assertThat(span.path("parentSpanId").asString()).isEqualTo(PARENT);
        assertThat(span.path("spanId").asString()).matches("[0-9a-f]{16}").isNotEqualTo(PARENT);
    }

    @Test
    void ofALaterVersionTheKnownPartCounts() {
        JsonNode span = span(Jdk.own(), "01-" + TRACE + "-" + PARENT + "-01-more");

        assertThat(span.path("traceId").asString()).isEqualTo(TRACE);
        assertThat(span.path("parentSpanId").asString()).isEqualTo(PARENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-" + PARENT + "-0",
                "00-0AF7651916CD43DD8448EB211C80319C-" + PARENT + "-01",
                "00-00000000000000000000000000000000-" + PARENT + "-01",
                "ff-" + TRACE + "-" + PARENT + "-01"
            })
    void whatIsNoTraceContextIsIgnored(String value) {
        JsonNode span = span(Jdk.own(), value);

        assertThat(span.path("traceId").asString()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        assertThat(span.has("parentSpanId")).isFalse();
        assertThat(home.onlyRun().path("environment").path("traceparent").isNull())
                .isTrue();
    }

    /** Of the command, as the shipped jar exports it. */
    private JsonNode span(Jdk jdk, String traceParent) {
        Jvm.Ended run = Jvm.on(jdk, folder)
                .environment("TRACEPARENT", traceParent)
                .agent(home.option())
                .main(Endings.class, "return")
                .run();
        assertThat(run.stderr()).isEmpty();
        ToolInJar.Ended export = ToolHere.run(home, "export", "--format", "otlp");
        assertThat(export.exitCode()).as(export.err()).isZero();
        return JsonMapper.builder()
                .build()
                .readTree(export.out().lines().findFirst().orElseThrow())
                .at("/resourceSpans/0/scopeSpans/0/spans/0");
    }
}
