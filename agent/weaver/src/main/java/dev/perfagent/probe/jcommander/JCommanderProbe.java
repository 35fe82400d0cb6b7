package dev.perfagent.probe.jcommander;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for JCommander, also for relocated copies. It only parses: the application itself runs its commands, so a process is
 * one run. The public methods call private ones for the levels of sub-commands, so each command line is reported once.
 */
public final class JCommanderProbe {
    private static final String ARGUMENTS = "([Ljava/lang/String;)V";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "jcommander",
            "JCommander 1.27 to 3.0",
            ProbedClass.relocatable(
                    "jcommander/JCommander",
                    "com/beust/jcommander/",
                    "JCommander",
                    Hook.of("parse", ARGUMENTS, Site.COMMAND_PARSED, CommandLineAdvice.class),
                    Hook.of("parseWithoutValidation", ARGUMENTS, Site.COMMAND_PARSED, CommandLineAdvice.class)));

    private JCommanderProbe() {}
}
