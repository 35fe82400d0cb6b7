package dev.perfagent.api;

import java.util.List;
import java.util.Map;

/**
 * What a collector held at one moment.
 *
 * @param entries the oldest first
 * @param dropped how many had been dropped
 */
record MetricsSnapshot(List<MetricsEntry> entries, long dropped, Map<String, Object> context) {}
