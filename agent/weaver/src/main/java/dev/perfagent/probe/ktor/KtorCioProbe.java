package dev.perfagent.probe.ktor;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Ktor's CIO engine. The method that executes a request is entered once with the request, and again each time its
 * coroutine goes on after a wait, on whatever thread. What is the same each time is the coroutine's job, which stands for the
 * call. A redirect that Ktor follows, and a request that it tries again, are executed as requests of their own.
 */
public final class KtorCioProbe {
    private static final String PACKAGE = "io/ktor/";
    private static final String ENGINE = "client/engine/cio/CIOEngine";
    private static final String SAVED = "client/call/SavedHttpCall";
    private static final String METHOD = "execute";
    private static final String DESCRIPTOR =
            "(L" + PACKAGE + "client/request/HttpRequestData;Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "ktor-cio",
            "Ktor 2.0 to 3.6",
            ProbedClass.relocatable(
                    "ktor/" + ENGINE,
                    PACKAGE,
                    ENGINE,
                    Hook.of(METHOD, DESCRIPTOR, Site.HTTP_CALL_LATER, RequestAdvice.class),
                    Hook.of(METHOD, DESCRIPTOR, Site.HTTP_CALL, AnswerAdvice.class)),
            ProbedClass.relocatable(
                    "ktor/" + SAVED,
                    PACKAGE,
                    SAVED,
                    Hook.of(
                            "<init>",
                            "(L" + PACKAGE + "client/HttpClient;L" + PACKAGE + "client/request/HttpRequest;L" + PACKAGE
                                    + "client/statement/HttpResponse;[B)V",
                            Site.HTTP_ANSWER_BODY,
                            SavedBodyAdvice.class)));

    private KtorCioProbe() {}
}
