package dev.perfagent.config;

import dev.perfagent.settings.Settings;

/**
 * The section {@code journal}: whether runs are kept, and how long.
 *
 * @param days whole days, at least 1
 */
record JournalSettings(boolean enabled, int days) {
    static final JournalSettings STANDARD = new JournalSettings(true, Settings.STANDARD_RETENTION_DAYS);
}
