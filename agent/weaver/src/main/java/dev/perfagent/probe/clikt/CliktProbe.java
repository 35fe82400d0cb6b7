package dev.perfagent.probe.clikt;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Clikt, also for relocated copies. The functions of Clikt 5 that run a command are inlined into the application:
 * a process is one run. What its parser finds wrong is thrown later, when the values are put into the commands.
 *
 * <p>The parser of Clikt 2 to 4 runs each command before it reads the words of the next level, so names are reported by level.
 */
public final class CliktProbe {
    private static final String CLIKT = "com/github/ajalt/clikt/";
    private static final String PARSERS = CLIKT + "parsers/";
    private static final String INVOKED = "(L" + PARSERS + "CommandInvocation;)V";
    private static final String TYPED = "(Ljava/util/List;L" + CLIKT + "core/Context;";
    private static final String OPTION =
            "(ZL" + CLIKT + "core/Context;Ljava/util/List;Ljava/lang/String;ILjava/util/Map;";
    private static final String READ = ")L" + PARSERS + "OptParseResult;";
    private static final String IN_4 = "Ljava/util/Set;";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "clikt",
            "Clikt 2.8 to 5",
            ProbedClass.relocatable(
                    "clikt/parsers/CommandLineParser",
                    CLIKT,
                    "parsers/CommandLineParser",
                    Hook.of(
                            "parse",
                            "(L" + CLIKT + "core/BaseCliktCommand;Ljava/util/List;)L" + PARSERS
                                    + "CommandLineParseResult;",
                            Site.COMMAND_PARSED,
                            ParseAdvice.class),
                    Hook.of("finalizeEagerOptions", INVOKED, Site.COMMAND_PARSED, RefusalAdvice.class),
                    Hook.of("finalizeCommand", INVOKED, Site.COMMAND_PARSED, RefusalAdvice.class)),
            ProbedClass.relocatable(
                    "clikt/parsers/Parser",
                    CLIKT,
                    "parsers/Parser",
                    Hook.of("parse", TYPED + ")V", Site.COMMAND_PARSED, WordsAdvice.class),
                    level("parse", TYPED + "IZ)Lkotlin/Pair;", LevelAdvice.class),
                    level("parse", TYPED + "Z)Ljava/util/List;", LevelAdvice.class),
                    level("parseLongOpt", OPTION + READ, OptionAdvice.class),
                    level("parseLongOpt", OPTION + IN_4 + READ, OptionAdvice.class),
                    level("parseShortOpt", OPTION + READ, OptionAdvice.class),
                    level(
                            "parseShortOpt",
                            OPTION + "L" + CLIKT + "parameters/options/Option;" + IN_4 + READ,
                            OptionAdvice.class)));

    private CliktProbe() {}

    private static Hook level(String method, String descriptor, Class<?> advice) {
        return Hook.ifPresent(method, descriptor, Site.COMMAND_PARSED, advice);
    }
}
