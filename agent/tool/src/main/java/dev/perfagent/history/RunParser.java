package dev.perfagent.history;

import dev.perfagent.run.Cache;
import dev.perfagent.run.Duration;
import dev.perfagent.run.Failure;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.run.Run;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns lines of the history into runs, one after the other. For one thread. */
final class RunParser {
    private static final FieldNames<Field> NAMES = FieldNames.of(Field.class);
    private static final FieldNames<FailureField> FAILURE = FieldNames.of(FailureField.class);
    private static final FieldNames<EnvironmentField> ENVIRONMENT = FieldNames.of(EnvironmentField.class);
    private static final FieldNames<CostField> COST = FieldNames.of(CostField.class);
    private static final FieldNames<AlertField> ALERT = FieldNames.of(AlertField.class);
    private static final Duration NO_DURATION = new Duration(Double.NaN, null, null, List.of());

    private final JsonCursor json = new JsonCursor();
    private final JsonFields<Field> top = new JsonFields<>(json, NAMES);
    private final JsonFields<FailureField> failure = new JsonFields<>(json, FAILURE);
    private final JsonFields<EnvironmentField> environment = new JsonFields<>(json, ENVIRONMENT);
    private final JsonFields<CostField> cost = new JsonFields<>(json, COST);
    private final JsonFields<AlertField> alert = new JsonFields<>(json, ALERT);
    private final TimeParser times = new TimeParser(json);
    private final ResourceParser resources = new ResourceParser(json);
    private final GitHubParser gitHub = new GitHubParser(json);
    private final UseParser use = new UseParser(json);
    private JsonFields.Repeated<EnvironmentField> lastEnvironment = JsonFields.Repeated.none();

    private enum Field {
        SCHEMA,
        EXECUTION_ID,
        TIMESTAMP,
        END_TIMESTAMP,
        APPLICATION,
        APPLICATION_VERSION,
        COMMAND,
        OPTIONS,
        OUTCOME,
        EXIT_CODE,
        ERROR,
        DURATION,
        RESOURCE_USAGE,
        GITHUB_API,
        HTTP,
        CACHES,
        PROCESSES,
        CONTEXT,
        ENVIRONMENT,
        SELF,
        ALERTS
    }

    private enum FailureField {
        TYPE,
        MESSAGE
    }

    /**
     * The run of that line; null when it is not selected.
     *
     * @throws MalformedJsonException when the line is no complete run
     */
    @Nullable
    StoredRun parse(byte[] bytes, int offset, int length, RunSelection selection)
            throws MalformedJsonException, NewerSchemaException {
        try {
            return parsed(bytes, offset, length, selection);
        } catch (JsonBytes.UnreadableException e) {
            throw new MalformedJsonException("not JSON: " + e.getMessage());
        }
    }

    private @Nullable StoredRun parsed(byte[] bytes, int offset, int length, RunSelection selection)
            throws MalformedJsonException, NewerSchemaException {
        json.open(bytes, offset, length);
        if (!top.enters()) {
            throw new MalformedJsonException("not a JSON object");
        }
        Draft draft = new Draft();
        for (Field field = top.next(); field != null; field = top.next()) {
            checkSchema();
            if (rulesOut(field, selection)) {
                return null;
            }
            take(field, draft);
        }
        checkSchema();
        if (!json.isAtEnd()) {
            throw new MalformedJsonException("more than one JSON object");
        }
        StoredRun run = run(draft);
        return selection.accepts(run) ? run : null;
    }

    /** The id of the line parsed last; null when it was not recorded before the run was ruled out. */
    @Nullable
    String id() {
        return top.uniqueText(Field.EXECUTION_ID);
    }

    private void checkSchema() throws NewerSchemaException {
        long schema = top.count(Field.SCHEMA);
        if (schema > Run.SCHEMA) {
            throw new NewerSchemaException(schema);
        }
    }

    /** Whether what the agent writes before these fields rules the run out, so that the rest need not be read. */
    private boolean rulesOut(Field before, RunSelection selection) {
        if (before == Field.OPTIONS) {
            String application = top.text(Field.APPLICATION);
            String command = top.text(Field.COMMAND);
            Instant start = selection.time().isAll() ? null : top.instant(Field.TIMESTAMP);
            return application != null && !selection.acceptsApplication(application)
                    || command != null && !selection.acceptsCommand(command)
                    || start != null && !selection.acceptsStart(start);
        }
        if (before == Field.DURATION && selection.outcome() != null) {
            String outcome = top.text(Field.OUTCOME);
            return outcome != null && selection.outcome() != outcome(outcome);
        }
        return false;
    }

    private void take(Field field, Draft draft) {
        switch (field) {
            case OPTIONS -> draft.options = known(json.list(json::text));
            case ERROR -> draft.error = failure();
            case DURATION -> draft.duration = times.duration();
            case RESOURCE_USAGE -> draft.resources = resources.resources();
            case GITHUB_API -> draft.gitHub = gitHub.api();
            case HTTP -> draft.http = json.list(use::host);
            case CACHES -> draft.caches = json.list(use::cache);
            case PROCESSES -> draft.processes = json.list(use::process);
            case CONTEXT -> draft.context = context();
            case ENVIRONMENT -> {
                lastEnvironment = environment.read(lastEnvironment);
                draft.environment = lastEnvironment.values();
            }
            case SELF -> draft.self = cost.read();
            case ALERTS -> draft.alerts = known(json.list(alert::read));
            case SCHEMA,
                    EXECUTION_ID,
                    TIMESTAMP,
                    END_TIMESTAMP,
                    APPLICATION,
                    APPLICATION_VERSION,
                    COMMAND,
                    OUTCOME,
                    EXIT_CODE -> json.skip();
        }
    }

    private @Nullable Failure failure() {
        String type = failure.readsObject() ? failure.text(FailureField.TYPE) : null;
        return type == null ? null : new Failure(type, failure.uniqueText(FailureField.MESSAGE));
    }

    /** The run, of which the fields were read. */
    private StoredRun run(Draft draft) throws MalformedJsonException {
        String id = id();
        Instant start = top.instant(Field.TIMESTAMP);
        if (id == null || start == null) {
            throw new MalformedJsonException("a run without execution_id or timestamp");
        }
        Long code = top.whole(Field.EXIT_CODE);
        return new StoredRun(
                id,
                start,
                top.instant(Field.END_TIMESTAMP),
                top.text(Field.APPLICATION, ""),
                top.text(Field.APPLICATION_VERSION),
                top.text(Field.COMMAND, ""),
                draft.options,
                outcome(top.text(Field.OUTCOME)),
                code == null || code != code.intValue() ? null : (Integer) code.intValue(),
                draft.error,
                draft.duration,
                draft.resources,
                draft.gitHub,
                draft.http,
                draft.caches,
                draft.processes,
                draft.context,
                draft.environment,
                draft.self,
                draft.alerts);
    }

    private Map<String, Object> context() {
        if (!json.entersObject()) {
            return Map.of();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            Object value = json.scalar();
            if (value != null) {
                values.put(name, value);
            }
        }
        return values.isEmpty() ? Map.of() : Collections.unmodifiableMap(values);
    }

    private static @Nullable Outcome outcome(@Nullable String text) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.text().equals(text)) {
                return outcome;
            }
        }
        return null;
    }

    private static <T> List<T> known(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** What was read so far of a run's objects and lists. */
    private static final class Draft {
        private List<String> options = List.of();
        private @Nullable Failure error;
        private Duration duration = NO_DURATION;
        private ResourceUsage resources = ResourceParser.NONE;
        private @Nullable GitHubApi gitHub;
        private @Nullable List<HttpHost> http;
        private @Nullable List<Cache> caches;
        private @Nullable List<ProcessUse> processes;
        private Map<String, Object> context = Map.of();
        private StoredValues<EnvironmentField> environment = StoredValues.none();
        private StoredValues<CostField> self = StoredValues.none();
        private List<StoredValues<AlertField>> alerts = List.of();
    }
}
