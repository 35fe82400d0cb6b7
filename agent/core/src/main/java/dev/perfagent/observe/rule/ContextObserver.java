package dev.perfagent.observe.rule;

import dev.perfagent.machine.Redaction;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import dev.perfagent.settings.Rule;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Captures a context value from an argument, a field, or what a method returns. */
public final class ContextObserver implements Observer {
    private final Executions executions;
    private final Rule.Context rule;
    private final int index;

    /** @param index of the rule, in the settings */
    public ContextObserver(Executions executions, Rule.Context rule, int index) {
        this.executions = executions;
        this.rule = rule;
        this.index = index;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (rule.value().argument() >= 0) {
            capture(thread, argument);
        }
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (rule.value().argument() < 0 && thrown == null) {
            capture(thread, result);
        } else if (thrown != null) {
            executions.current().capture(index, rule.name(), null, "the method ended with an exception");
        }
    }

    /** What is asked may be the application's own, and come by here again. */
    private void capture(ThreadState thread, @Nullable Object from) {
        Object value;
        thread.isOurs = true;
        try {
            value = rule.value().size() ? size(from) : plain(from);
        } finally {
            thread.isOurs = false;
        }
        executions.current().capture(index, rule.name(), value, value == null ? lack(from) : null);
    }

    private String lack(@Nullable Object from) {
        if (from == null) {
            return "it was null";
        }
        String type = from.getClass().getTypeName();
        if (rule.value().size()) {
            return type + " is no collection, map, array or text, so it has no size";
        }
        return type + " is no number, boolean, character, text or enum constant";
    }

    /** As it is kept; null when it is not kept. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            // Read now: one of the application's own may answer otherwise, or not at all, when the run is written.
            double floating = number.doubleValue();
            long whole = number.longValue();
            boolean isFloating = number instanceof Double || number instanceof Float || floating != whole;
            return isFloating ? (Object) floating : (Object) whole;
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof Enum) {
            return Redaction.ofThisProcess().apply(value.toString());
        }
        return null;
    }

    private static @Nullable Object size(@Nullable Object value) {
        if (value instanceof Collection) {
            return ((Collection<?>) value).size();
        }
        if (value instanceof Map) {
            return ((Map<?, ?>) value).size();
        }
        if (value instanceof CharSequence charSequence) {
            return charSequence.length();
        }
        return value != null && value.getClass().isArray() ? Array.getLength(value) : null;
    }
}
