package dev.perfagent.probe.picocli;

import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import java.util.List;

/**
 * {@code picocli.CommandLine}, wherever it was relocated to: {@code org/junit/platform/console/shadow/picocli/},
 * {@code groovyjarjarpicocli/}. {@code execute} calls {@code parseArgs}; a tool with a strategy of its own calls only the latter.
 */
public final class PicocliProbe implements Probe {
    private static final String HOME = "picocli/";
    private static final String CLASS = "CommandLine";

    @Override
    public String name() {
        return "picocli";
    }

    @Override
    public boolean covers(String className) {
        return className.endsWith(HOME + CLASS);
    }

    @Override
    public List<String> watched() {
        return List.of("*" + HOME + CLASS);
    }

    @Override
    public List<Hook> hooks(String className) {
        return List.of(
                new Hook("execute", "([Ljava/lang/String;)I", ExecuteAdvice.class),
                new Hook("parseArgs", "([Ljava/lang/String;)Lpicocli/CommandLine$ParseResult;", ParseAdvice.class),
                new Hook(
                        "executeUserObject",
                        "(Lpicocli/CommandLine;Ljava/util/List;)Ljava/util/List;",
                        UserObjectAdvice.class));
    }

    @Override
    public boolean weavesPrivate() {
        return true;
    }

    @Override
    public String home() {
        return HOME;
    }

    @Override
    public String place(String className) {
        return className.substring(0, className.length() - CLASS.length());
    }
}
