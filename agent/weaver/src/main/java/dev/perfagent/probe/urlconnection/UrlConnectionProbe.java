package dev.perfagent.probe.urlconnection;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for {@code HttpURLConnection}, as the JDK implements it for http. For https an application gets an
 * {@code HttpsURLConnectionImpl}, which delegates to a subclass of the http class. That subclass overrides only
 * {@code connect}, and does not call {@code super}. So its {@code connect} is woven too, and the delegating class is not.
 */
public final class UrlConnectionProbe {
    private static final Hook CONNECT = Hook.of("connect", "()V", Site.HTTP_CALL_PART, ConnectionAdvice.class);

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "HttpURLConnection",
            "JDK 17 to 25",
            ProbedClass.of(
                    "sun/net/www/protocol/http/HttpURLConnection",
                    CONNECT,
                    Hook.of("getOutputStream", "()Ljava/io/OutputStream;", Site.HTTP_CALL_PART, ConnectionAdvice.class),
                    Hook.of("getInputStream", "()Ljava/io/InputStream;", Site.HTTP_CALL_PART, ConnectionAdvice.class),
                    Hook.ifPresent("followRedirect", "()Z", Site.HTTP_ANSWER_BODY, AnswerBodyAdvice.class)),
            ProbedClass.of("sun/net/www/protocol/https/AbstractDelegateHttpsURLConnection", CONNECT));

    private UrlConnectionProbe() {}
}
