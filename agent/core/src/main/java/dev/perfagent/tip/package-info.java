/** Advice that a run's own figures bear out: pure, no I/O, no clock. */
@NullMarked
package dev.perfagent.tip;

import org.jspecify.annotations.NullMarked;
