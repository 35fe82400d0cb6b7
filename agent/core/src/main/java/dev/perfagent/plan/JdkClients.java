package dev.perfagent.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The HTTP clients of the JDK: which classes of theirs are woven, and what shows that one is about to be used. */
public final class JdkClients {
    /** Internal name of the class by whose {@code get} each client reads its settings before it sends. */
    public static final String SETTINGS = "sun/net/NetProperties";

    /** That they do was seen with JDK 17 and with this one; a later one may do without. */
    private static final int NEWEST_JDK = 25;

    /** What the names of a client's own classes begin with, internal ones. */
    private static final String[] CLIENTS = {"jdk/internal/net/http/", "sun/net/www/protocol/http"};

    private JdkClients() {}

    /** Whether it is known that those of this JDK read settings. */
    public static boolean areKnown() {
        return Runtime.version().feature() <= NEWEST_JDK;
    }

    /**
     * Whether a class is a client's.
     *
     * @param name internal name
     */
    public static boolean own(String name) {
        for (String client : CLIENTS) {
            if (name.startsWith(client)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Which of the classes belong to a client that is being called.
     *
     * @param classes internal names
     * @param calls the stack
     */
    public static List<String> called(Collection<String> classes, StackTraceElement[] calls) {
        List<String> called = new ArrayList<>();
        for (String client : CLIENTS) {
            if (isCalled(client.replace('/', '.'), calls)) {
                for (String name : classes) {
                    if (name.startsWith(client)) {
                        called.add(name);
                    }
                }
            }
        }
        return called;
    }

    private static boolean isCalled(String client, StackTraceElement[] calls) {
        for (StackTraceElement call : calls) {
            if (call.getClassName().startsWith(client)) {
                return true;
            }
        }
        return false;
    }
}
