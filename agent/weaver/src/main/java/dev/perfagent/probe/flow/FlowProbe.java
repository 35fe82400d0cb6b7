package dev.perfagent.probe.flow;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for the application's own classes that are publishers, subscribers or subscriptions of
 * {@code java.util.concurrent.Flow}, only where a rule's method returns a publisher. The classes of the JDK are left alone, so
 * work for a subscriber of the JDK's own does not begin.
 */
public final class FlowProbe {
    private static final String FLOW = "java/util/concurrent/Flow$";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "flow",
            "JDK 17 to 25",
            ProbedClass.containing(
                    FLOW + "Subscri", // ber and ption
                    "",
                    Hook.ifPresent(
                            "subscribe", "(L" + FLOW + "Subscriber;)V", Site.SUBSCRIBER_GIVEN, GivenAdvice.class),
                    Hook.ifPresent(
                            "onSubscribe", "(L" + FLOW + "Subscription;)V", Site.SUBSCRIPTION_BEGUN, GivenAdvice.class),
                    Hook.ifPresent("onComplete", "()V", Site.SUBSCRIPTION_OVER, OverAdvice.class),
                    Hook.ifPresent("onError", "(Ljava/lang/Throwable;)V", Site.SUBSCRIPTION_OVER, OverAdvice.class),
                    Hook.ifPresent("cancel", "()V", Site.SUBSCRIPTION_OVER, OverAdvice.class)));

    private FlowProbe() {}
}
