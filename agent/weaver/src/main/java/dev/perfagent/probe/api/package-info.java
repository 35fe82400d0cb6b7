/** perf-agent's own API, by which an application measures by hand. */
@NullMarked
package dev.perfagent.probe.api;

import org.jspecify.annotations.NullMarked;
