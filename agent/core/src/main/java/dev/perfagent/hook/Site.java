package dev.perfagent.hook;

/**
 * The numbers woven code calls {@link Handoff} with: one for each place known to the agent itself, then one for each rule.
 * Nested so that they are compile-time constants in the advice that uses them.
 */
public final class Site {
    /** The main method of the main class. */
    public static final int MAIN = 0;
    /** {@code java.lang.Shutdown.exit(int)}: argument is the exit code as Integer. */
    public static final int EXIT = 1;
    /** {@code java.lang.Shutdown.halt(int)}: argument is the exit code as Integer; enter returns another Integer in its place, or null. */
    public static final int HALT = 2;
    /** picocli {@code CommandLine.execute(String...)}: self is the program's name; result the exit code as Integer. */
    public static final int PICOCLI_EXECUTE = 3;
    /**
     * picocli {@code CommandLine.parseArgs(String...)}: result is a String array: qualified name, then option names; for a command
     * line that is wrong, the name of the command whose line it is.
     */
    public static final int PICOCLI_PARSE = 4;
    /** {@code java.net.http.HttpClient.send}: argument is the HttpRequest, result the HttpResponse. */
    public static final int HTTP_CLIENT_SEND = 5;
    /** {@code java.net.http.HttpClient.sendAsync}: argument is the HttpRequest, result the CompletableFuture. */
    public static final int HTTP_CLIENT_SEND_ASYNC = 6;
    /** {@code HttpURLConnection}'s connect and getOutputStream: self is the connection. */
    public static final int URL_CONNECTION_OPEN = 7;
    /** {@code HttpURLConnection}'s getInputStream, which waits for the response: self is the connection. */
    public static final int URL_CONNECTION_RESPONSE = 8;
    /**
     * {@code Caffeine.build*}: self is the builder, argument its supplier of statistics counters or null; enter returns the
     * Supplier to use for this one cache, or null; result is the cache.
     */
    public static final int CAFFEINE_BUILD = 9;

    /**
     * picocli's private {@code CommandLine.executeUserObject}: thrown is its wrapper of what the user's code threw, result the
     * exception inside it.
     */
    public static final int PICOCLI_USER_OBJECT = 10;

    /** {@code java.lang.Shutdown.shutdown()}, which the JVM calls when its last thread has ended: all shutdown hooks are done on exit. */
    public static final int SHUTDOWN = 11;

    /** {@code ProcessBuilder.start}: self is the builder, result the Process. */
    public static final int PROCESS_START = 12;

    /** The JDK waits for a process it has just started: result is the CompletableFuture of the exit code. */
    public static final int PROCESS_COMPLETION = 13;

    /** The static initialiser of the main class or one of its superclasses. */
    public static final int MAIN_CLASS = 15;

    private static final int FIRST_RULE = 16;

    private Site() {}

    /** The site of the rule at that index of the settings. */
    public static int ofRule(int index) {
        return FIRST_RULE + index;
    }

    /** The index of the rule that has that site; negative for a site of the agent's own. */
    public static int ruleOf(int site) {
        return site - FIRST_RULE;
    }
}
