package dev.perfagent.probe.networksetting;

import dev.perfagent.hook.Site;
import dev.perfagent.plan.JdkClients;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for the settings of the JDK's network classes. Both HTTP clients of the JDK read some when they are initialised, so
 * this shows that a client is about to be used before it is.
 */
public final class NetworkSettingProbe {
    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "",
            "JDK 17 to 25",
            ProbedClass.of(
                    JdkClients.SETTINGS,
                    Hook.of(
                            "get",
                            "(Ljava/lang/String;)Ljava/lang/String;",
                            Site.NETWORK_SETTING_READ,
                            ReadAdvice.class)));

    private NetworkSettingProbe() {}
}
