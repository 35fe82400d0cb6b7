package dev.perfagent.probe.api;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/** The probe for the methods that perf-agent's API calls for nobody but the agent, also in relocated copies. */
public final class ApiProbe {
    private static final String BEGINS = "(Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;";
    private static final String ENDS = "(Ljava/lang/Object;)V";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "perf-agent API",
            "version 0.1",
            ProbedClass.relocatable(
                    "perfagent/api/AgentHooks",
                    "dev/perfagent/api/",
                    "AgentHooks",
                    Hook.of("phaseBegins", BEGINS, Site.MEASURED_PHASE, BeginAdvice.class),
                    Hook.of("phaseEnds", ENDS, Site.MEASURED_PHASE, EndAdvice.class),
                    Hook.of("operationBegins", BEGINS, Site.MEASURED_OPERATION, BeginAdvice.class),
                    Hook.of("operationEnds", ENDS, Site.MEASURED_OPERATION, EndAdvice.class),
                    Hook.of("value", "(Ljava/lang/String;Ljava/lang/Object;)V", Site.GIVEN_VALUE, ValueAdvice.class)));

    private ApiProbe() {}
}
