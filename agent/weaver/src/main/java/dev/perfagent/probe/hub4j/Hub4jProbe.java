package dev.perfagent.probe.hub4j;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;
import dev.perfagent.probe.TimingAdvice;

/**
 * The probe for hub4j: what a program asks of GitHub by its objects, whatever connector sends it. A request that is tried again
 * or waits for a rate limit does so inside. Pages of a list are fetched while the list is read, so they are reported as such. It
 * reads the body of an error by itself, which may say that it was a limit.
 */
public final class Hub4jProbe {
    private static final String PACKAGE = "org/kohsuke/github/";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "hub4j",
            "github-api 1.301 to 1.330",
            type(
                    "GitHubClient",
                    Hook.of(
                            "sendRequest",
                            "(L" + PACKAGE + "GitHubRequest;L" + PACKAGE + "GitHubClient$BodyHandler;)L" + PACKAGE
                                    + "GitHubResponse;",
                            Site.CLIENT_OPERATION,
                            TimingAdvice.class)),
            type(
                    "GitHubResponse",
                    Hook.ifPresent(
                            "getBodyAsString",
                            "(L" + PACKAGE + "connector/GitHubConnectorResponse;)Ljava/lang/String;",
                            Site.HTTP_ANSWER_READ,
                            BodyAdvice.class)),
            type("GitHubPageIterator", Hook.of("fetch", "()V", Site.CLIENT_OPERATION, PageAdvice.class)));

    private Hub4jProbe() {}

    private static ProbedClass type(String name, Hook hook) {
        return ProbedClass.relocatable("kohsuke/github/" + name, PACKAGE, name, hook);
    }
}
