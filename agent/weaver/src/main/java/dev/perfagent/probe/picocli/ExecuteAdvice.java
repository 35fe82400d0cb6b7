package dev.perfagent.probe.picocli;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

final class ExecuteAdvice {
    private ExecuteAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.This CommandLine commandLine) {
        String program = null;
        try {
            CommandSpec spec = commandLine.getCommandSpec();
            while (spec.parent() != null) {
                spec = spec.parent();
            }
            program = spec.name();
        } catch (Throwable unknown) {
            // The command is told all the same; its program is then unknown.
            program = null;
        }
        return Handoff.enter(Site.PICOCLI_EXECUTE, program, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @Advice.Enter @Nullable Object token,
            @Advice.Return int exitCode,
            @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(Site.PICOCLI_EXECUTE, token, thrown == null ? Integer.valueOf(exitCode) : null, thrown);
    }
}
