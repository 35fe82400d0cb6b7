package dev.perfagent.export.otlp;

import dev.perfagent.export.Form;
import dev.perfagent.export.figure.BoundedLabels;
import dev.perfagent.export.figure.RunFigures;
import dev.perfagent.history.EnvironmentField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Failure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A span for each run and one below it for each of its phases, as an {@code ExportTraceServiceRequest} in JSON. */
public final class OtlpTraces implements Form {
    /** OpenTelemetry's number for a span inside a program. */
    private static final int INTERNAL = 1;

    private static final int STATUS_ERROR = 2;
    private static final double NANOS_PER_MS = 1e6;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public String path() {
        return "/v1/traces";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public String text(List<StoredRun> runs) {
        ObjectNode request = MAPPER.createObjectNode();
        ArrayNode resources = request.putArray("resourceSpans");
        for (StoredRun run : runs) {
            if (run.totalMs() >= 0) {
                write(run, resources.addObject());
            }
        }
        return resources.isEmpty() ? "" : MAPPER.writeValueAsString(request);
    }

    private static void write(StoredRun run, ObjectNode resource) {
        OtlpAttributes.resource(RunFigures.who(run), resource);
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "perf-agent");
        ArrayNode spans = scope.putArray("spans");
        SpanIds ids = SpanIds.of(run.id(), run.environment().text(EnvironmentField.TRACEPARENT));
        String own = SpanIds.span(run.id(), "");
        ObjectNode command = span(spans, ids.trace(), own, ids.parent(), name(run));
        times(command, run, run.totalMs());
        OtlpAttributes attributes = new OtlpAttributes(command);
        attributes.text("process.executable.name", run.application());
        Long pid = run.environment().whole(EnvironmentField.PID);
        if (pid != null) {
            attributes.whole("process.pid", pid);
        }
        if (run.exitCode() != null) {
            attributes.whole("process.exit.code", run.exitCode());
        }
        attributes.text("perf_agent.execution_id", run.id());
        Failure error = run.error();
        if (run.outcome() != null && run.outcome() != Outcome.SUCCESS) {
            attributes.text("error.type", error == null ? run.outcome().text() : error.type());
            command.putObject("status").put("code", STATUS_ERROR);
        }
        for (Phase phase : run.duration().phases()) {
            if (phase.ms() >= 0) {
                ObjectNode span = span(spans, ids.trace(), SpanIds.span(run.id(), phase.name()), own, phase.name());
                times(span, run, phase.ms());
                OtlpAttributes known = new OtlpAttributes(span);
                known.whole("perf_agent.phase.count", phase.count());
                known.flag("perf_agent.phase.start_known", false);
            }
        }
    }

    private static ObjectNode span(ArrayNode spans, String trace, String id, String parent, String name) {
        ObjectNode span = spans.addObject().put("traceId", trace).put("spanId", id);
        if (!parent.isEmpty()) {
            span.put("parentSpanId", parent);
        }
        return span.put("name", name.isEmpty() ? "phase" : BoundedLabels.plain(name))
                .put("kind", INTERNAL);
    }

    /** The command, or, as the conventions say, the program. */
    private static String name(StoredRun run) {
        String name = run.command().isEmpty() ? run.application() : run.command();
        return name.isEmpty() ? "command" : name;
    }

    private static void times(ObjectNode span, StoredRun run, double ms) {
        long start = OtlpAttributes.nanos(run);
        span.put("startTimeUnixNano", Long.toString(start))
                .put("endTimeUnixNano", Long.toString(start + Math.round(ms * NANOS_PER_MS)));
    }
}
