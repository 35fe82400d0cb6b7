package dev.perfagent.probe.jetty;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Jetty's HTTP client. A redirect, and what is sent again with credentials, is a request of its own in the client,
 * too. Each request ends when its listeners are notified.
 *
 * <p>The advice is compiled against version 11, whose types of requests and results are in a package {@code api}. In version 12
 * they are one package up: to the weaver it looks as if {@code api} had been relocated.
 */
public final class JettyProbe {
    private static final String JETTY = "org/eclipse/jetty/";
    private static final String CLIENT = "L" + JETTY + "client/";
    private static final String API = JETTY + "client/api/";

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
                            CompleteAdvice.class)),
            ProbedClass.relocatable(
                    "jetty/client/transport/HttpDestination",
                    API,
                    "transport/HttpDestination",
                    Hook.of("send", "(L" + API + "transport/HttpRequest;)V", Site.HTTP_CALL_LATER, SendAdvice.class)),
            ProbedClass.relocatable(
                    "jetty/client/transport/ResponseListeners",
                    API,
                    "transport/ResponseListeners",
                    Hook.of("notifyComplete", "(L" + API + "Result;)V", Site.HTTP_CALL, CompleteAdvice.class)));

    private JettyProbe() {}
}
