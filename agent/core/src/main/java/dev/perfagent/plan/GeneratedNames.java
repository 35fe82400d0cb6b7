package dev.perfagent.plan;

/** Classes that no rule is about: our own, and those that are made up at run time around the ones that somebody wrote. */
public final class GeneratedNames {
    private static final String[] MARKS = {
        "$ByteBuddy$",
        "$MockitoMock$",
        "$HibernateProxy$",
        "$$Lambda",
        "CGLIB$$",
        "$$EnhancerBy",
        "$$FastClassBy",
        "/$Proxy"
    };

    private GeneratedNames() {}

    /** Whether that class, by internal name, is one of them. */
    public static boolean include(String name) {
        if (name.startsWith("dev/perfagent/")) {
            return true;
        }
        if (name.indexOf('$') >= 0) {
            for (String mark : MARKS) {
                if (name.contains(mark)) {
                    return true;
                }
            }
        }
        return false;
    }
}
