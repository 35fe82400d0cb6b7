package dev.perfagent.config;

import dev.perfagent.settings.Settings;

/**
 * The section {@code journal}: whether runs are kept, and how long.
 *
 * @param days whole days, at least 1
 */
record Retention(boolean enabled, int days) {
    static final Retention STANDARD = new Retention(true, Settings.STANDARD_RETENTION_DAYS);
}
