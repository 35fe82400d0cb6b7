/** Runs in InfluxDB's line protocol. */
@NullMarked
package dev.perfagent.export.influx;

import org.jspecify.annotations.NullMarked;
