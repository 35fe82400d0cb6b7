/** Run and thresholds to verdicts: pure, no I/O, no clock. */
@NullMarked
package dev.perfagent.threshold;

import org.jspecify.annotations.NullMarked;
