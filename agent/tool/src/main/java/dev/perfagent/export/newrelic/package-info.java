/** Runs as metrics of New Relic. */
@NullMarked
package dev.perfagent.export.newrelic;

import org.jspecify.annotations.NullMarked;
