package dev.perfagent.probe.clikt;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Clikt, also for relocated copies. Its functions that run a command are inlined into the application, so a process
 * is one run. What the parser finds wrong is thrown later, when the values are put into the commands.
 */
public final class CliktProbe {
    private static final String PARSERS = "com/github/ajalt/clikt/parsers/";
    private static final String INVOKED = "(L" + PARSERS + "CommandInvocation;)V";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "clikt",
            "Clikt 5",
            ProbedClass.relocatable(
                    "clikt/parsers/CommandLineParser",
                    "com/github/ajalt/clikt/",
                    "parsers/CommandLineParser",
                    Hook.of(
                            "parse",
                            "(Lcom/github/ajalt/clikt/core/BaseCliktCommand;Ljava/util/List;)L" + PARSERS
                                    + "CommandLineParseResult;",
                            Site.COMMAND_PARSED,
                            ParseAdvice.class),
                    Hook.of("finalizeEagerOptions", INVOKED, Site.COMMAND_PARSED, RefusalAdvice.class),
                    Hook.of("finalizeCommand", INVOKED, Site.COMMAND_PARSED, RefusalAdvice.class)));

    private CliktProbe() {}
}
