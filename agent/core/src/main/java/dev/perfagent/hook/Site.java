package dev.perfagent.hook;

/**
 * What can be reported by a call of {@link Handoff}, by its meaning and not by the library in which it happens. Woven code has
 * the {@link #number()}, which is set when a class is woven; the numbers behind the last one belong to the rules.
 */
public enum Site {
    /** The main method of the main class: argument is its arguments as String array, or null. */
    MAIN("main"),

    /** The static initialiser of the main class or one of its superclasses. */
    MAIN_CLASS("static initialiser of the main class"),

    /** The constructor of the main class, before an instance main. It is not left if it throws. */
    MAIN_OBJECT("constructor of the main class"),

    /** {@code java.lang.Shutdown.exit(int)}: argument is the exit code as Integer. */
    EXIT("exit"),

    /**
     * {@code java.lang.Shutdown.halt(int)}: argument is the exit code as Integer; enter returns another Integer in its place,
     * or null.
     */
    HALT("halt"),

    /**
     * {@code java.lang.Shutdown.shutdown()}, which the JVM calls when its last thread has ended: all shutdown hooks are done on
     * exit.
     */
    SHUTDOWN("shutdown"),

    /**
     * A command runs: self is the program's name, null when it cannot be had, empty when there is none; result is the exit code
     * as Integer, or null. Where the library runs the command line that it refuses, result is an array: the exit code, and the
     * exception that says what is wrong.
     */
    COMMAND_ENTERED("command entered"),

    /**
     * A command line was read. Result is a String array: the program's name, empty when there is none; the command with its
     * sub-commands, joined by a space; then names of options. For a command line that is wrong, of what was understood, and
     * thrown is the exception that says so.
     *
     * <p>Self is the words, as String array or list. It is null for a part of reading a line for which words were handed over
     * before: then the names are those of the line so far. For such a part, an empty program or command is the same as before,
     * and a command that begins with a space is a sub-command of it.
     *
     * <p>Some libraries read the words of a sub-command as a command line of its own, within that of the outer command. For them,
     * argument is the words that are read, and the command is null when there is no sub-command. For others argument is null.
     */
    COMMAND_PARSED("command line parsed"),

    /**
     * The user's code ended a command by an exception, which the library may keep to itself: that is thrown, or result where it
     * is wrapped.
     */
    COMMAND_FAILED("command failed"),

    /**
     * An HTTP call that has its answer when the method is left.
     *
     * <p>Argument is the request, as an array: its method; its address as URI, URL or text; whether it carries an Authorization
     * header, as Boolean, or null where that cannot be seen; and, only where the path ends with {@code /graphql}, maybe a fourth
     * element: the body as text, bytes or {@code Flow.Publisher}, if it can be read again, or null. A fifth
     * one may be the size of the body, as Long. The token is null when the answer is not wanted.
     *
     * <p>Result is the answers, the last one first, five elements each: the method that was sent; the address; the status as
     * Integer; the headers as {@code Map<String, List<String>>}, or null; the size of the body that was sent, as Long, or as text
     * in a header, or null where only the request may have it. An array without elements says that nothing was sent,
     * because a cache of the client's own knew the answer. A {@code java.net.http.HttpResponse}, which only the JDK's client
     * has, may stand for all that.
     *
     * <p>Self is null, or the object that stood for the call in an {@link #HTTP_CALL_LATER}, whose answer this is.
     */
    HTTP_CALL("HTTP call"),

    /**
     * One of several methods that take part in the HTTP call for which self stands: the first that is entered begins the call,
     * and the first that is left with an answer ends it. One that is left without has null for its result, or the
     * {@code ByteArrayOutputStream} that the application fills with the request's body. Otherwise as
     * {@link #HTTP_CALL}.
     */
    HTTP_CALL_PART("part of an HTTP call"),

    /**
     * An HTTP call that ends later: either result is the CompletableFuture of an answer, or self stands for the call, and its
     * answer comes as an {@link #HTTP_CALL} with the same self, on whatever thread. After that self may stand for another call.
     * Otherwise as {@link #HTTP_CALL}.
     */
    HTTP_CALL_LATER("HTTP call that ends later"),

    /** No answer will come any more for self, which stands for an {@link #HTTP_CALL_LATER}. Entered only. */
    HTTP_CALL_OVER("HTTP call over"),

    /**
     * A request passes through a client's HTTP cache, if the client has one. Argument is an array: the kind of client, as text;
     * the address, as URI, URL or text; whether there is a cache, as Boolean, or null where only {@link #HTTP_CACHE_ASKED} shows
     * that.
     *
     * <p>Result is null, or an array: whether the cache had the answer, whether the server was asked, both as Boolean, or null
     * where only the requests that are sent meanwhile on this thread show it; the answer's headers as {@code Map<String,
     * List<String>>}.
     */
    HTTP_CACHE("HTTP cache"),

    /**
     * The body of the answer that this thread got last is read by a library, not by the client that sent the request. Argument is
     * its text, or null. Entered only.
     */
    HTTP_ANSWER_READ("body of an HTTP answer read"),

    /**
     * The application is about to get the body of an answer with status 403 or 429, or of GraphQL, to read it by itself. Self is
     * the token of the call, or the object that stands for it. Argument is what the client lets it read by: an InputStream, the
     * BodyHandler of a {@code java.net.http} request, for any answer of it, or an array with an object and one of its interfaces,
     * which takes bytes as ByteBuffer, fills a ByteBuffer by a method {@code read}, or gives an InputStream or an object that has
     * a ByteBuffer. Enter returns what is to be put in its place, of the same kind or interface; or null.
     *
     * <p>Where a client hands on pieces, argument is one of them, as ByteBuffer, which is left as it is. An array with one object
     * says that from now on this object stands for the call, because pieces will come with it. Enter then returns null. Entered
     * only.
     */
    HTTP_ANSWER_BODY("body of an HTTP answer"),

    /**
     * What is sent as the body of a GraphQL request, where that is known later than the rest of the request. Self is the object
     * that stands for the call. Argument is the body's bytes, or an array with one object, with which they will come: it stands
     * for the call too from now on. Entered only.
     */
    HTTP_REQUEST_BODY("body of an HTTP request"),

    /** The request that passes through on this thread comes to a cache. Entered only. */
    HTTP_CACHE_ASKED("HTTP cache asked"),

    /**
     * A cache is built. Self is what the builder has that supplies counters, or null; argument is a counter of its library
     * that is made for it, or null when its owner has one. Enter returns a Supplier of that counter for the library to use,
     * or null.
     *
     * <p>Result is an array. Its first two elements are held weakly: the cache, and the object which the application can ask
     * whether the cache counts, or null. The third is the cache's kind, as text. The rest are names of public methods without
     * parameters: of the cache for its size; of the cache for its statistics, or null when they are off; of the counter for its
     * statistics, if the library took the counter; of the statistics for hits, misses, evictions and nanoseconds of loading, and
     * last all those that add up to the loads.
     */
    CACHE_BUILT("cache built"),

    /**
     * A counter is asked what it counted, or the library whether a cache counts: self is the counter, or that object; or the
     * cache, when it is serialised. Entered only; enter returns null, or something else when nothing is to be seen because the
     * application did not ask for counting.
     */
    CACHE_STATISTICS("statistics of a cache"),

    /** A program is started: self is the ProcessBuilder, result the Process. */
    PROCESS_STARTED("process started"),

    /** The JDK waits for a process that the thread is starting: result is the CompletableFuture of the exit code. */
    PROCESS_AWAITED("process awaited"),

    /**
     * A phase that the application measures itself, by perf-agent's API: argument is its name. Self is null when it belongs
     * to the thread that enters it, even if another one leaves it; otherwise it may go on beside what the thread does next.
     */
    MEASURED_PHASE("phase measured by the application"),

    /** An operation that the application measures itself: argument is its name. It is left on the thread that enters it. */
    MEASURED_OPERATION("operation measured by the application"),

    /**
     * A library that is a client of an API does something that is one operation for its caller. Argument is its name, or null
     * when it is to be named by the library's method that the application called. It is left on the thread that enters it.
     */
    CLIENT_OPERATION("operation of an API client"),

    /** A value that the application gives to be kept with the run: self is its name, argument the value. Entered only. */
    GIVEN_VALUE("value given by the application"),

    /** What waited for a suspended function of Kotlin goes on: that is self, as the rule's hook had it. Entered only. */
    CALLER_RESUMED("caller of a suspended function resumed"),

    /**
     * Somebody subscribes to a publisher: self is the publisher. Enter returns null, or an object that is a Runnable and a
     * Consumer, to be called when the publisher's work for this subscriber is over. Entered only.
     */
    PUBLISHER_SUBSCRIBED("publisher subscribed"),

    /** A publisher, which is self, does its work for the caller, who does not subscribe. */
    PUBLISHER_CALLED("publisher called"),

    /**
     * Somebody subscribes to a publisher, which is self: argument is the subscriber. If that can be observed, a {@link
     * #SUBSCRIPTION_BEGUN} follows. Entered only.
     */
    SUBSCRIBER_GIVEN("subscriber given"),

    /** A subscriber, which is self, gets its subscription: argument. Entered only. */
    SUBSCRIPTION_BEGUN("subscription begun"),

    /** No more comes for self, which is a subscriber or a subscription. Entered only. */
    SUBSCRIPTION_OVER("subscription over"),

    /** The JDK reads a setting of its network classes, which each of its HTTP clients does before it sends. Entered only. */
    NETWORK_SETTING_READ("network setting of the JDK read"),

    /** Between enter and exit woven code works for us: what it calls is not the application's. */
    OURS("work of our own");

    private static final Site[] ALL = values();

    private final String text;

    Site(String text) {
        this.text = text;
    }

    /** The number with which woven code calls {@link Handoff}. */
    @SuppressWarnings("EnumOrdinal") // a plan, in which woven code is kept, is read by the very jar that wrote it
    public int number() {
        return ordinal();
    }

    /** In words, for agent.log. */
    public String text() {
        return text;
    }

    /** The site with that number, which is none of a rule's. */
    public static Site of(int number) {
        return ALL[number];
    }

    /** The number of the rule at that index of the settings. */
    public static int ofRule(int index) {
        return ALL.length + index;
    }

    /** The index of the rule that has that number; negative for a site. */
    public static int ruleOf(int number) {
        return number - ALL.length;
    }
}
