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
        if (!(result instanceof String[] parsed) || parsed.length == 0) {
            return;
        }
        String qualified = parsed[0];
        int space = qualified.indexOf(' ');
        List<String> options = new ArrayList<>(parsed.length - 1);
        for (int i = 1; i < parsed.length; i++) {
            options.add(parsed[i]);
        }
        executions.commandNamed(
                space < 0 ? qualified : qualified.substring(0, space),
                space < 0 ? "" : qualified.substring(space + 1),
                options);
    }
}
