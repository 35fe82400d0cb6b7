package dev.perfagent.settings;

import dev.perfagent.threshold.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * All three configuration files, checked and compiled.
 *
 * @param thresholds null for the standard ones
 */
public record Configuration(Settings settings, @Nullable Thresholds thresholds) {
    /** What holds without any configuration. */
    public static Configuration standard() {
        return new Configuration(Settings.standard(), null);
    }
}
