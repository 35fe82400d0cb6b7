package dev.perfagent.probe.jetty;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Jetty's HTTP client. A redirect, and what is sent again with credentials, is a request of its own in the client,
 * too. Each request ends when its listeners are notified. They also get the body, in pieces or, from version 12 on, by a source
 * from which they read.
 *
 * <p>The advice is compiled against version 11, whose types of requests and results are in a package {@code api}. In version 12
 * they are one package up: to the weaver it looks as if {@code api} had been relocated.
 */
public final class JettyProbe {
    private static final String JETTY = "org/eclipse/jetty/";
    private static final String CLIENT = "L" + JETTY + "client/";
    private static final String API = JETTY + "client/api/";
    private static final String BUFFER = "Ljava/nio/ByteBuffer;";
    private static final String CALLBACK = "L" + JETTY + "util/Callback;";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "jetty-client",
            "Jetty 9.4 to 12.1",
            ProbedClass.relocatable(
                    "jetty/client/HttpClient",
                    JETTY,
                    "client/HttpClient",
                    Hook.ifPresent(
                            "send",
                            "(" + CLIENT + "HttpRequest;Ljava/util/List;)V",
                            Site.HTTP_CALL_LATER,
                            SendAdvice.class)),
            ProbedClass.relocatable(
                    "jetty/client/ResponseNotifier",
                    JETTY,
                    "client/ResponseNotifier",
                    Hook.of(
                            "notifyComplete",
                            "(Ljava/util/List;" + CLIENT + "api/Result;)V",
                            Site.HTTP_CALL,
                            CompleteAdvice.class),
                    content("(Ljava/util/List;" + CLIENT + "api/Response;" + BUFFER + CALLBACK + ")V"),
                    content("(" + CLIENT + "api/Response;Ljava/util/function/ObjLongConsumer;" + BUFFER + CALLBACK
                            + "Ljava/util/List;)V")),
            ProbedClass.relocatable(
                    "jetty/client/transport/HttpDestination",
                    API,
                    "transport/HttpDestination",
                    Hook.of("send", "(L" + API + "transport/HttpRequest;)V", Site.HTTP_CALL_LATER, SendAdvice.class)),
            ProbedClass.relocatable(
                    "jetty/client/transport/ResponseListeners",
                    API,
                    "transport/ResponseListeners",
                    Hook.of("notifyComplete", "(L" + API + "Result;)V", Site.HTTP_CALL, CompleteAdvice.class),
                    Hook.ifPresent(
                            "notifyContentSource",
                            "(L" + API + "Response;L" + JETTY + "io/Content$Source;)V",
                            Site.HTTP_ANSWER_BODY,
                            ContentSourceAdvice.class)));

    private JettyProbe() {}

    /** The method by which listeners get a piece of a body; its parameters have changed within version 9. */
    private static Hook content(String descriptor) {
        return Hook.ifPresent("notifyContent", descriptor, Site.HTTP_ANSWER_BODY, ContentAdvice.class);
    }
}
