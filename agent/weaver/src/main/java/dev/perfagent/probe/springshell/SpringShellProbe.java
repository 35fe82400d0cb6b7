package dev.perfagent.probe.springshell;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Spring Shell, also for relocated copies. Each line that a shell evaluates is a command, and so is the only one of
 * a process that does not ask for lines.
 *
 * <p>Who knows the names depends on the version: the shell itself in 2.0, what executes and what parses a command up to 3.0, the
 * parser up to 3.4. Version 4 has other classes.
 */
public final class SpringShellProbe {
    private static final String SHELL = "org/springframework/shell/";
    private static final String COMMAND = SHELL + "command/";
    private static final String IN_4 = SHELL + "core/command/";
    private static final String LINE = "(L" + SHELL + "Input;)Ljava/lang/Object;";
    private static final String PARSED = "[Ljava/lang/String;)L" + COMMAND + "CommandParser$CommandParserResults;";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "spring-shell",
            "Spring Shell 2.0 to 4.0",
            ProbedClass.relocatable(
                    "springframework/shell/Shell",
                    SHELL,
                    "Shell",
                    Hook.of("evaluate", LINE, Site.COMMAND_ENTERED, LineAdvice.class),
                    Hook.of("evaluate", LINE, Site.COMMAND_PARSED, WordsAdvice.class),
                    Hook.ifPresent(
                            "resolveArgs",
                            "(Ljava/lang/reflect/Method;Ljava/util/List;)[Ljava/lang/Object;",
                            Site.COMMAND_PARSED,
                            MethodAdvice.class)),
            ProbedClass.relocatable(
                    "springframework/shell/standard/StandardParameterResolver",
                    SHELL,
                    "standard/StandardParameterResolver",
                    Hook.ifPresent(
                            "resolve",
                            "(Lorg/springframework/core/MethodParameter;Ljava/util/List;)L" + SHELL + "ValueResult;",
                            Site.COMMAND_PARSED,
                            KeyAdvice.class)),
            ProbedClass.relocatable(
                    "springframework/shell/command/CommandExecution$DefaultCommandExecution",
                    SHELL,
                    "command/CommandExecution$DefaultCommandExecution",
                    Hook.ifPresent(
                            "evaluate",
                            "(L" + COMMAND + "CommandRegistration;[Ljava/lang/String;)Ljava/lang/Object;",
                            Site.COMMAND_PARSED,
                            RegistrationAdvice.class)),
            ProbedClass.relocatable(
                    "springframework/shell/command/CommandParser$DefaultCommandParser",
                    SHELL,
                    "command/CommandParser$DefaultCommandParser",
                    Hook.of("parse", "(Ljava/util/List;" + PARSED, Site.COMMAND_PARSED, OptionsAdvice.class)),
            ProbedClass.relocatable(
                    "springframework/shell/command/CommandParser$AstCommandParser",
                    SHELL,
                    "command/CommandParser$AstCommandParser",
                    Hook.of("parse", "(" + PARSED, Site.COMMAND_PARSED, OptionsAdvice.class)),
            ProbedClass.relocatable(
                    "springframework/shell/core/command/CommandExecutor",
                    SHELL,
                    "core/command/CommandExecutor",
                    execute(Site.COMMAND_ENTERED, ExecuteAdvice.class),
                    execute(Site.COMMAND_PARSED, NamesAdvice.class)),
            ProbedClass.relocatable(
                    "springframework/shell/core/command/DefaultCommandParser",
                    SHELL,
                    "core/command/DefaultCommandParser",
                    Hook.of(
                            "parse",
                            "(Ljava/lang/String;)L" + IN_4 + "ParsedInput;",
                            Site.COMMAND_ENTERED,
                            RefusedLineAdvice.class)));

    private SpringShellProbe() {}

    private static Hook execute(Site site, Class<?> advice) {
        return Hook.of("execute", "(L" + IN_4 + "CommandContext;)L" + IN_4 + "ExitStatus;", site, advice);
    }
}
