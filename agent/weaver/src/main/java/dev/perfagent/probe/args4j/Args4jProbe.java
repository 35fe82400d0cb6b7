package dev.perfagent.probe.args4j;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for args4j, also for relocated copies such as JaCoCo's. It only parses: the application itself runs its commands. A
 * sub-command is read by a parser of its own, which is called while the outer one parses.
 */
public final class Args4jProbe {
    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "args4j",
            "args4j 2.0.1 to 2.37",
            ProbedClass.relocatable(
                    "args4j/CmdLineParser",
                    "org/kohsuke/args4j/",
                    "CmdLineParser",
                    Hook.of("parseArgument", "([Ljava/lang/String;)V", Site.COMMAND_PARSED, ArgumentsAdvice.class)));

    private Args4jProbe() {}
}
