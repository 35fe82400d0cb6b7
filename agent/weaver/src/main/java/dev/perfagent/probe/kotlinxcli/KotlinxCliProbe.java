package dev.perfagent.probe.kotlinxcli;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for kotlinx-cli, also for relocated copies. A sub-command is a parser too: it reads its words, and runs, inside of
 * the call for its parent. Wrong usage ends the process without an exception.
 */
public final class KotlinxCliProbe {
    private static final String CLI = "kotlinx/cli/";
    private static final String RESULT = ")L" + CLI + "ArgParserResult;";
    private static final String VALUE = "(L" + CLI + "ParsingValue;";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "kotlinx-cli",
            "kotlinx-cli 0.3.6",
            ProbedClass.relocatable(
                    "cli/ArgParser",
                    CLI,
                    "ArgParser",
                    part("parse", "([Ljava/lang/String;" + RESULT, WordsAdvice.class),
                    part("parse", "(Ljava/util/List;" + RESULT, LevelAdvice.class),
                    part("saveAsOption", VALUE + "Ljava/lang/String;)V", OptionAdvice.class),
                    part("saveOptionWithoutParameter$kotlinx_cli", VALUE + ")V", OptionAdvice.class)));

    private KotlinxCliProbe() {}

    private static Hook part(String method, String descriptor, Class<?> advice) {
        return Hook.of(method, descriptor, Site.COMMAND_PARSED, advice);
    }
}
