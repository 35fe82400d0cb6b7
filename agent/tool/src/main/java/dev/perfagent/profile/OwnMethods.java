package dev.perfagent.profile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The methods that are neither the JDK's nor the agent's. */
public final class OwnMethods {
    private static final List<String> OTHERS = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private static final String AGENT = "dev.perfagent.";

    /** From where the JVM calls agents when a class is loaded: ours calls its library ASM from there. */
    private static final String TRANSFORMERS = "sun.instrument.";

    /** Between a library and its function, as other profilers write it; of a Java method it is a dot. */
    public static final char NATIVE = '`';

    private OwnMethods() {}

    /** By method, the part of all stacks in which it is the innermost of its kind. */
    public static Map<String, Double> shares(Map<String, Long> stacks) {
        double all = 0;
        Map<String, Double> shares = new TreeMap<>();
        for (Map.Entry<String, Long> stack : stacks.entrySet()) {
            all += stack.getValue();
            String method = innermost(stack.getKey());
            if (method != null) {
                shares.merge(method, (double) stack.getValue(), Double::sum);
            }
        }
        double total = all;
        shares.replaceAll((method, weight) -> weight / total);
        return shares;
    }

    /** Where the methods end that were called before one that begins so; what such a method calls is not the application's. */
    private static int before(String start, String stack) {
        if (stack.startsWith(start)) {
            return 0;
        }
        int at = stack.indexOf(';' + start);
        return at < 0 ? stack.length() : at;
    }

    private static @Nullable String innermost(String stack) {
        int end = Math.min(before(AGENT, stack), before(TRANSFORMERS, stack));
        while (end > 0) {
            int start = stack.lastIndexOf(';', end - 1) + 1;
            String method = stack.substring(start, end);
            if (method.indexOf('.') > 0
                    && method.indexOf(NATIVE) < 0
                    && OTHERS.stream().noneMatch(method::startsWith)) {
                return method;
            }
            end = start - 1;
        }
        return null;
    }
}
