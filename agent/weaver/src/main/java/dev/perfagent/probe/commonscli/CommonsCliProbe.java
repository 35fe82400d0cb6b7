package dev.perfagent.probe.commonscli;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;
import java.util.List;

/**
 * The probe for Apache Commons CLI, also for relocated copies. It knows no commands, so a run is called as its program is; the
 * names of options and wrong usage are reported. Each public method ends in the one that is woven, so each command line is
 * reported once.
 */
public final class CommonsCliProbe {
    private static final String PACKAGE = "org/apache/commons/cli/";
    private static final String PARSED = "Lorg/apache/commons/cli/CommandLine;";
    private static final String OPTIONS = "(Lorg/apache/commons/cli/Options;";

    /** The last one of the parsers before 1.3, and of 1.3 to 1.9. */
    private static final Hook EARLIER = Hook.of(
            "parse",
            OPTIONS + "[Ljava/lang/String;Ljava/util/Properties;Z)" + PARSED,
            Site.COMMAND_PARSED,
            CommandLineAdvice.class);

    private static final Hook SINCE_1_10 = Hook.ifPresent(
            "parse",
            OPTIONS + "Ljava/util/Properties;Lorg/apache/commons/cli/DefaultParser$NonOptionAction;[Ljava/lang/String;)"
                    + PARSED,
            Site.COMMAND_PARSED,
            CommandLineAdvice.class);

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "commons-cli",
            "Apache Commons CLI 1.2 to 1.11",
            new ProbedClass(
                    "**commons/cli/DefaultParser", "", PACKAGE, "DefaultParser", List.of(SINCE_1_10, EARLIER), true),
            ProbedClass.relocatable("commons/cli/Parser", PACKAGE, "Parser", EARLIER));

    private CommonsCliProbe() {}
}
