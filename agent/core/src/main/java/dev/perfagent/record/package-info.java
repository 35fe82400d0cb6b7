/** Hook calls to a Run: owns clocks, counters and the sampler. */
@NullMarked
package dev.perfagent.record;

import org.jspecify.annotations.NullMarked;
