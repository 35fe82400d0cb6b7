package dev.perfagent.probe.picocli;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for picocli, also for relocated copies such as those of JUnit's console and of Groovy. {@code execute} calls
 * {@code parseArgs}. A tool with its own way of running commands calls only {@code parseArgs}.
 */
public final class PicocliProbe {
    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "picocli",
            "picocli 4.0 to 4.7",
            ProbedClass.relocatable(
                    "picocli/CommandLine",
                    "picocli/",
                    "CommandLine",
                    Hook.of("execute", "([Ljava/lang/String;)I", Site.COMMAND_ENTERED, ExecuteAdvice.class),
                    Hook.of(
                            "parseArgs",
                            "([Ljava/lang/String;)Lpicocli/CommandLine$ParseResult;",
                            Site.COMMAND_PARSED,
                            ParseAdvice.class),
                    Hook.of(
                            "executeUserObject",
                            "(Lpicocli/CommandLine;Ljava/util/List;)Ljava/util/List;",
                            Site.COMMAND_FAILED,
                            UserObjectAdvice.class)));

    private PicocliProbe() {}
}
