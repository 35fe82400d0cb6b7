package dev.perfagent.probe.argparse4j;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for argparse4j, also for relocated copies. The method is called for the parser of each sub-command too, inside of the
 * call for its parent. It is left first, and reports the names of all levels.
 */
public final class Argparse4jProbe {
    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "argparse4j",
            "argparse4j 0.4 to 0.9",
            ProbedClass.relocatable(
                    "argparse4j/internal/ArgumentParserImpl",
                    "net/sourceforge/argparse4j/",
                    "internal/ArgumentParserImpl",
                    Hook.of(
                            "parseArgs",
                            "(Lnet/sourceforge/argparse4j/internal/ParseState;Ljava/util/Map;)V",
                            Site.COMMAND_PARSED,
                            ParseAdvice.class)));

    private Argparse4jProbe() {}
}
