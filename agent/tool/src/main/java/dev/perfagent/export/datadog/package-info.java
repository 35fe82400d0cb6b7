/** Runs as metrics of Datadog. */
@NullMarked
package dev.perfagent.export.datadog;

import org.jspecify.annotations.NullMarked;
