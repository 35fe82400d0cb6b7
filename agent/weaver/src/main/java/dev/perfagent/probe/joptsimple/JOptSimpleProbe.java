package dev.perfagent.probe.joptsimple;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/** The probe for JOpt Simple, also for relocated copies. It knows no commands, and no name of the program. */
public final class JOptSimpleProbe {
    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "jopt-simple",
            "JOpt Simple 4.9 to 6.0-alpha-3",
            ProbedClass.relocatable(
                    "joptsimple/OptionParser",
                    "joptsimple/",
                    "OptionParser",
                    Hook.of(
                            "parse",
                            "([Ljava/lang/String;)Ljoptsimple/OptionSet;",
                            Site.COMMAND_PARSED,
                            OptionsAdvice.class)));

    private JOptSimpleProbe() {}
}
