package dev.perfagent.probe.reactor;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Reactor's publishers, only where a rule's method returns one. Each kind of publisher has a class of its own, in
 * whatever library. An operator is subscribed to by one of two methods: {@code subscribe}, or {@code subscribeOrReturn} while
 * Reactor goes through a chain of operators.
 */
public final class ReactorProbe {
    private static final String PACKAGE = "reactor/core/publisher/";
    private static final String SUBSCRIBER = "(Lreactor/core/CoreSubscriber;)";

    private static final Hook SUBSCRIBE =
            Hook.ifPresent("subscribe", SUBSCRIBER + "V", Site.PUBLISHER_SUBSCRIBED, SubscribedAdvice.class);

    private static final Hook SUBSCRIBE_OR_RETURN = Hook.ifPresent(
            "subscribeOrReturn",
            SUBSCRIBER + "Lreactor/core/CoreSubscriber;",
            Site.PUBLISHER_SUBSCRIBED,
            SubscribedAdvice.class);

    /** Instead of subscribing, Reactor calls a publisher that has its value at once. */
    private static final Hook CALL =
            Hook.ifPresent("call", "()Ljava/lang/Object;", Site.PUBLISHER_CALLED, CalledAdvice.class);

    private static final Hook BLOCK = Hook.ifPresent(
            "block", "(Ljava/time/Duration;)Ljava/lang/Object;", Site.PUBLISHER_CALLED, CalledAdvice.class);

    /** Of the operator that is put in front of a subscriber, which must not stand in the way. */
    private static final Hook FUSION = Hook.of("requestFusion", "(I)I", Site.PUBLISHER_SUBSCRIBED, FusionAdvice.class);

    private static final Hook EXHAUSTED = Hook.of("isEmpty", "()Z", Site.PUBLISHER_SUBSCRIBED, ExhaustedAdvice.class);

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "reactor",
            "Reactor 3.4 to 3.7",
            subscribesByTheOther("InternalMonoOperator"),
            subscribesByTheOther("InternalFluxOperator"),
            subscribesByTheOther("InternalConnectableFluxOperator"),
            subscribesByTheOther("MonoFromFluxOperator"),
            subscribesByTheOther("FluxFromMonoOperator"),
            subscribesByTheOther("FluxReplay"),
            subscribesByTheOther("MonoDelayUntil"),
            ProbedClass.of(PACKAGE + "FluxPeekFuseable$PeekFuseableSubscriber", FUSION, EXHAUSTED),
            ProbedClass.of(PACKAGE + "FluxPeekFuseable$PeekFuseableConditionalSubscriber", FUSION, EXHAUSTED),
            hasItsValue("MonoCallable"),
            hasItsValue("MonoCallableOnAssembly"),
            hasItsValue("MonoRunnable"),
            hasItsValue("MonoSingleCallable"),
            hasItsValue("MonoSingleOptionalCallable"),
            hasItsValue("MonoSupplier"),
            ProbedClass.containing(SUBSCRIBER, PACKAGE + "*", SUBSCRIBE_OR_RETURN, SUBSCRIBE, CALL));

    private ReactorProbe() {}

    /** A class whose {@code subscribe} calls its {@code subscribeOrReturn}. */
    private static ProbedClass subscribesByTheOther(String name) {
        return ProbedClass.of(PACKAGE + name, SUBSCRIBE_OR_RETURN);
    }

    private static ProbedClass hasItsValue(String name) {
        return ProbedClass.of(PACKAGE + name, SUBSCRIBE, CALL, BLOCK);
    }
}
