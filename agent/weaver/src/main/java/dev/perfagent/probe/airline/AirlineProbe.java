package dev.perfagent.probe.airline;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for both libraries of the name Airline, also for relocated copies. They only parse: the application itself runs its
 * commands. The names are in the state of the parser, which is a new one after each word; the words and the exception for wrong
 * usage are in the calls around it.
 */
public final class AirlineProbe {
    private static final String AIRLIFT = "io/airlift/airline/";
    private static final String RVESSE = "com/github/rvesse/airline/";
    private static final String WORDS = "(Ljava/lang/Iterable;)";
    private static final String COMMAND = "Ljava/lang/Object;";
    private static final Hook PARSE = words("parse", WORDS + COMMAND);
    private static final Hook PARSE_WITH_RESULT = Hook.ifPresent(
            "parseWithResult", WORDS + "L" + RVESSE + "parser/ParseResult;", Site.COMMAND_PARSED, WordsAdvice.class);

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "airline",
            "Airline of airlift 0.9 and of rvesse 2.1 to 3.3",
            ProbedClass.relocatable("rvesse/airline/Cli", RVESSE, "Cli", PARSE, PARSE_WITH_RESULT),
            ProbedClass.relocatable("rvesse/airline/SingleCommand", RVESSE, "SingleCommand", PARSE, PARSE_WITH_RESULT),
            ProbedClass.relocatable(
                    "airline/parser/ParseState", RVESSE, "parser/ParseState", states(RVESSE, "parser/")),
            ProbedClass.relocatable(
                    "airline/Cli",
                    AIRLIFT,
                    "Cli",
                    words("parse", "(L" + AIRLIFT + "CommandFactory;Ljava/lang/Iterable;)" + COMMAND),
                    words("parse", "(Ljava/lang/Object;[Ljava/lang/String;)" + COMMAND)),
            ProbedClass.relocatable("airline/SingleCommand", AIRLIFT, "SingleCommand", PARSE),
            ProbedClass.relocatable("airline/ParseState", AIRLIFT, "ParseState", states(AIRLIFT, "")));

    private AirlineProbe() {}

    private static Hook words(String method, String descriptor) {
        return Hook.of(method, descriptor, Site.COMMAND_PARSED, WordsAdvice.class);
    }

    private static Hook[] states(String root, String folder) {
        String state = ")L" + root + folder + "ParseState;";
        String model = "(L" + root + "model/";
        return new Hook[] {
            Hook.of("withGroup", model + "CommandGroupMetadata;" + state, Site.COMMAND_PARSED, StateAdvice.class),
            Hook.of("withCommand", model + "CommandMetadata;" + state, Site.COMMAND_PARSED, StateAdvice.class),
            value(model + "OptionMetadata;Ljava/lang/Object;" + state),
            value(model + "OptionMetadata;Ljava/lang/String;" + state) // rvesse 3
        };
    }

    private static Hook value(String descriptor) {
        return Hook.ifPresent("withOptionValue", descriptor, Site.COMMAND_PARSED, StateAdvice.class);
    }
}
