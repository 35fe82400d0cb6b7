package dev.perfagent.probe.picocli;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Advice that reports the program's name when a command is executed, and its exit code. */
final class ExecuteAdvice {
    private ExecuteAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(@SiteNumber int site, @Advice.This CommandLine commandLine) {
        String program = null;
        try {
            CommandSpec spec = commandLine.getCommandSpec();
            while (spec.parent() != null) {
                spec = spec.parent();
            }
            program = spec.name();
            if ("<main class>".equals(program)) {
                program = ""; // picocli's name of a program that has none
            }
        } catch (Throwable unknown) {
            // The command is reported all the same; its program is then unknown.
            program = null;
        }
        return Handoff.enter(site, program, null);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return int exitCode,
            @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, thrown == null ? Integer.valueOf(exitCode) : null, thrown);
    }
}
