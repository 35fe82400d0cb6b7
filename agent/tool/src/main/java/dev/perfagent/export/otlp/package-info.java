/** Runs as traces and metrics of OpenTelemetry. */
@NullMarked
package dev.perfagent.export.otlp;

import org.jspecify.annotations.NullMarked;
