package dev.perfagent.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the command's name from what picocli made of the command line. */
final class PicocliParseObserver implements Observer {
    private final Executions executions;

    PicocliParseObserver(Executions executions) {
        this.executions = executions;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(result instanceof String[] parsed) || parsed.length < 2) {
            return;
        }
        List<String> options = new ArrayList<>(parsed.length - 2);
        for (int i = 2; i < parsed.length; i++) {
            options.add(parsed[i]);
        }
        executions.commandNamed(parsed[0], parsed[1], options);
    }
}
