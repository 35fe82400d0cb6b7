package dev.perfagent.dist;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Skips tests marked with {@link NeedsProgram} where the program is missing. */
final class ProgramCondition implements ExecutionCondition {
    private static final boolean NONE_MAY_BE_MISSING = "complete".equals(System.getenv("PERF_AGENT_TESTS"));
    private static final Map<String, Boolean> ASKED = new ConcurrentHashMap<>();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getElement()
                .map(element -> element.getAnnotation(NeedsProgram.class))
                .map(needed -> evaluate(needed.value(), context))
                .orElseGet(() -> ConditionEvaluationResult.enabled("no program is needed"));
    }

    private static ConditionEvaluationResult evaluate(String[] probe, ExtensionContext context) {
        String command = String.join(" ", probe);
        if (ASKED.computeIfAbsent(command, unasked -> works(probe))) {
            return ConditionEvaluationResult.enabled("`" + command + "` works");
        }
        if (NONE_MAY_BE_MISSING) {
            throw new AssertionError("`" + command + "` does not work here; install what .ci/programs lists");
        }
        context.getRoot()
                .getStore(Namespace.create(ProgramCondition.class))
                .computeIfAbsent(Missing.class)
                .commands
                .add(command);
        return ConditionEvaluationResult.disabled("`" + command + "` does not work here");
    }

    private static boolean works(String[] probe) {
        try {
            Process process = new ProcessBuilder(probe)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Says at the end of all tests what could not be tested. */
    static final class Missing implements AutoCloseable {
        private final ConcurrentSkipListSet<String> commands = new ConcurrentSkipListSet<>();

        @Override
        public void close() {
            System.out.println("Some tests were skipped because these commands do not work here (see .ci/programs): "
                    + String.join(", ", new TreeSet<>(commands)));
        }
    }
}
