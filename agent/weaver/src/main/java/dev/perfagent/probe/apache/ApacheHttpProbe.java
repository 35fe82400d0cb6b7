package dev.perfagent.probe.apache;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for the classic API of Apache HttpClient 5, also for relocated copies. All its requests go through a chain of
 * handlers. The one that connects comes after those that follow redirects, try again and cache. So it sees each request that
 * is sent, with the time to connect, and none that a cache answers.
 */
public final class ApacheHttpProbe {
    private static final String PACKAGE = "org/apache/hc/";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "apache-httpclient",
            "Apache HttpClient 5.1 to 5.6",
            ProbedClass.relocatable(
                    "hc/client5/http/impl/classic/ConnectExec",
                    PACKAGE,
                    "client5/http/impl/classic/ConnectExec",
                    Hook.of(
                            "execute",
                            "(L" + PACKAGE + "core5/http/ClassicHttpRequest;L" + PACKAGE
                                    + "client5/http/classic/ExecChain$Scope;L" + PACKAGE
                                    + "client5/http/classic/ExecChain;)L" + PACKAGE
                                    + "core5/http/ClassicHttpResponse;",
                            Site.HTTP_CALL,
                            ConnectAdvice.class)));

    private ApacheHttpProbe() {}
}
