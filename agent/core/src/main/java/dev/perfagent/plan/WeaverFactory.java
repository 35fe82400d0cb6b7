package dev.perfagent.plan;

import dev.perfagent.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Makes the weaver of a measured JVM. Has a constructor without parameters: to call one with parameters by reflection costs a
 * start on JDK 25 some 15 ms.
 */
public interface WeaverFactory {
    /**
     * The weaver for a measured JVM.
     *
     * @param mainClass name with dots; null when unknown
     * @param mayFail whether a verdict may change the exit code of the process
     */
    Weaver weaver(Settings settings, @Nullable String mainClass, boolean mayFail);
}
