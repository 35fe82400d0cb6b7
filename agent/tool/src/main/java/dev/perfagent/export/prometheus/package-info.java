/** Sums over runs in Prometheus' text format and as OpenMetrics. */
@NullMarked
package dev.perfagent.export.prometheus;

import org.jspecify.annotations.NullMarked;
