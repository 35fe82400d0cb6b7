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
import tools.jackson.core.JacksonException;

/** Turns lines of the history into runs, one after the other. For one thread. */
final class RunParser {
    private static final FieldNames<Field> NAMES = FieldNames.of(JsonCursor.FACTORY, Field.class);
    private static final FieldNames<FailureField> FAILURE = FieldNames.of(JsonCursor.FACTORY, FailureField.class);
    private static final FieldNames<EnvironmentField> ENVIRONMENT =
            FieldNames.of(JsonCursor.FACTORY, EnvironmentField.class);
    private static final FieldNames<CostField> COST = FieldNames.of(JsonCursor.FACTORY, CostField.class);
    private static final FieldNames<AlertField> ALERT = FieldNames.of(JsonCursor.FACTORY, AlertField.class);
    private static final Duration NO_DURATION = new Duration(Double.NaN, null, null, List.of());

    private final JsonCursor json = new JsonCursor();
    private final TimeParser times = new TimeParser(json);
    private final ResourceParser resources = new ResourceParser(json);
    private final GitHubParser gitHub = new GitHubParser(json);
    private final UseParser use = new UseParser(json);
    private @Nullable String id;

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
        } catch (JacksonException unreadable) { // a name with half a character in it, for one
            byte[] whole = LoneSurrogates.replacedIn(bytes, offset, length);
            try {
                return parsed(whole, 0, whole.length, selection);
            } catch (JacksonException e) {
                throw new MalformedJsonException("not JSON: " + e.getOriginalMessage());
            }
        }
    }

    private @Nullable StoredRun parsed(byte[] bytes, int offset, int length, RunSelection selection)
            throws MalformedJsonException, NewerSchemaException {
        id = null;
        json.open(bytes, offset, length);
        if (!json.entersObject()) {
            throw new MalformedJsonException("not a JSON object");
        }
        Draft draft = new Draft();
        for (Field field = json.next(NAMES); field != null; field = json.next(NAMES)) {
            if (!take(field, draft, selection)) {
                return null;
            }
        }
        if (!json.isAtEnd()) {
            throw new MalformedJsonException("more than one JSON object");
        }
        StoredRun run = draft.run();
        return selection.accepts(run) ? run : null;
    }

    /** The id of the line parsed last; null when it was not recorded before the run was ruled out. */
    @Nullable
    String id() {
        return id;
    }

    /** Takes a field's value; false when it rules the run out. */
    private boolean take(Field field, Draft draft, RunSelection selection) throws NewerSchemaException {
        switch (field) {
            case SCHEMA -> {
                Long schema = json.whole();
                if (schema != null && schema > Run.SCHEMA) {
                    throw new NewerSchemaException(schema);
                }
            }
            case EXECUTION_ID -> {
                id = json.uniqueText();
                draft.id = id;
            }
            case TIMESTAMP -> {
                draft.start = RecordTime.parse(json.uniqueText());
                return draft.start == null || selection.acceptsStart(draft.start);
            }
            case END_TIMESTAMP -> draft.end = RecordTime.parse(json.uniqueText());
            case APPLICATION -> {
                draft.application = json.textOrEmpty();
                return selection.acceptsApplication(draft.application);
            }
            case APPLICATION_VERSION -> draft.version = json.text();
            case COMMAND -> {
                draft.command = json.textOrEmpty();
                return selection.acceptsCommand(draft.command);
            }
            case OPTIONS -> draft.options = known(json.list(json::text));
            case OUTCOME -> {
                draft.outcome = outcome(json.text());
                return selection.outcome() == null || selection.outcome() == draft.outcome;
            }
            case EXIT_CODE -> {
                Long code = json.whole();
                draft.exitCode = code == null || code != code.intValue() ? null : (Integer) code.intValue();
            }
            default -> takePart(field, draft);
        }
        return true;
    }

    private void takePart(Field field, Draft draft) {
        switch (field) {
            case ERROR -> draft.error = failure();
            case DURATION -> draft.duration = times.duration();
            case RESOURCE_USAGE -> draft.resources = resources.resources();
            case GITHUB_API -> draft.gitHub = gitHub.api();
            case HTTP -> draft.http = json.list(use::host);
            case CACHES -> draft.caches = json.list(use::cache);
            case PROCESSES -> draft.processes = json.list(use::process);
            case CONTEXT -> draft.context = context();
            case ENVIRONMENT -> draft.environment = json.values(ENVIRONMENT);
            case SELF -> draft.self = json.values(COST);
            case ALERTS -> draft.alerts = known(json.list(() -> json.values(ALERT)));
            default -> throw new IllegalStateException(field.name());
        }
    }

    private @Nullable Failure failure() {
        if (!json.entersObject()) {
            return null;
        }
        String type = null;
        String message = null;
        for (FailureField field = json.next(FAILURE); field != null; field = json.next(FAILURE)) {
            switch (field) {
                case TYPE -> type = json.text();
                case MESSAGE -> message = json.uniqueText();
            }
        }
        return type == null ? null : new Failure(type, message);
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

    /** What was read of a run so far. */
    private static final class Draft {
        @Nullable
        String id;

        @Nullable
        Instant start;

        @Nullable
        Instant end;

        String application = "";

        @Nullable
        String version;

        String command = "";
        List<String> options = List.of();

        @Nullable
        Outcome outcome;

        @Nullable
        Integer exitCode;

        @Nullable
        Failure error;

        Duration duration = NO_DURATION;
        ResourceUsage resources = ResourceParser.NONE;

        @Nullable
        GitHubApi gitHub;

        @Nullable
        List<HttpHost> http;

        @Nullable
        List<Cache> caches;

        @Nullable
        List<ProcessUse> processes;

        Map<String, Object> context = Map.of();
        StoredValues<EnvironmentField> environment = StoredValues.none();
        StoredValues<CostField> self = StoredValues.none();
        List<StoredValues<AlertField>> alerts = List.of();

        StoredRun run() throws MalformedJsonException {
            if (id == null || start == null) {
                throw new MalformedJsonException("a run without execution_id or timestamp");
            }
            return new StoredRun(
                    id,
                    start,
                    end,
                    application,
                    version,
                    command,
                    options,
                    outcome,
                    exitCode,
                    error,
                    duration,
                    resources,
                    gitHub,
                    http,
                    caches,
                    processes,
                    context,
                    environment,
                    self,
                    alerts);
        }
    }
}
