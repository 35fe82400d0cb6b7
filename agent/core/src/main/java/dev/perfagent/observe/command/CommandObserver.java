package dev.perfagent.observe.command;

import dev.perfagent.hook.Site;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.OpenCommandLine;
import dev.perfagent.record.ThreadState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Observes commands: their entry point, one named by rule or a library's; what was made of the command line; and how they
 * failed.
 */
public final class CommandObserver implements Observer {
    /** Stands for a line whose names do not count. */
    private static final Object FOREIGN = new Object();

    private final Executions executions;
    private final Site site;
    private final @Nullable String ruled;

    /**
     * For one site.
     *
     * @param ruled the name a rule gives the entry point; null for a library's, which hands the program's name over as self
     */
    public CommandObserver(Executions executions, Site site, @Nullable String ruled) {
        this.executions = executions;
        this.site = site;
        this.ruled = ruled;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (site == Site.COMMAND_PARSED) {
            return opened(thread, argument == null ? self : argument, argument);
        }
        if (site != Site.COMMAND_ENTERED) {
            return null;
        }
        executions.commandEntered(ruled == null && self instanceof String string ? string : null, ruled);
        return this;
    }

    private @Nullable Object opened(ThreadState thread, @Nullable Object words, @Nullable Object nesting) {
        boolean isNew = words != null && thread.commandLine == null;
        if (words != null && isNew && (thread.foreignLines > 0 || !executions.wordsCount(words))) {
            thread.foreignLines++;
            return FOREIGN;
        }
        if (nesting instanceof String[] inner) {
            thread.commandLine = new OpenCommandLine(inner, thread.commandLine);
            return thread.commandLine;
        }
        return isNew ? this : null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (token == FOREIGN) {
            thread.foreignLines--;
        } else if (site == Site.COMMAND_PARSED && thread.foreignLines > 0) {
            return;
        } else if (site == Site.COMMAND_PARSED && token instanceof OpenCommandLine line) {
            thread.commandLine = line.outer();
            String[] names = result instanceof String[] parsed && parsed.length >= 2 ? line.closed(parsed) : null;
            if (line.outer() == null) {
                parsed(names, false);
                executions.commandLineRead(thrown);
            }
        } else if (site == Site.COMMAND_PARSED) {
            parsed(result, token == null);
            executions.commandLineRead(thrown);
        } else if (site == Site.COMMAND_FAILED) {
            failed(result, thrown);
        } else if (token == this) {
            left(result, thrown);
        }
    }

    private void left(@Nullable Object result, @Nullable Throwable thrown) {
        Object code = result;
        if (result instanceof Object[] refused) {
            code = refused[0];
            executions.commandLineRead(refused[1] instanceof Throwable refusal ? refusal : null);
        }
        executions.commandLeft(code instanceof Integer i ? i : null, thrown);
    }

    private void parsed(@Nullable Object result, boolean isLevel) {
        if (result instanceof String[] parsed && parsed.length >= 2) {
            List<String> options = new ArrayList<>(parsed.length - 2);
            for (int i = 2; i < parsed.length; i++) {
                options.add(parsed[i]);
            }
            executions.commandNamed(parsed[0], parsed[1], options, isLevel);
        }
    }

    private void failed(@Nullable Object wrapped, @Nullable Throwable thrown) {
        Throwable cause = wrapped instanceof Throwable inside ? inside : thrown;
        if (cause != null) {
            executions.commandFailed(cause);
        }
    }
}
