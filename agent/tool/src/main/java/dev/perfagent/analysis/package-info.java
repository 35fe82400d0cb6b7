/** Finds where time, memory and requests go, and what slow runs have in common, in runs that were added up. */
@NullMarked
package dev.perfagent.analysis;

import org.jspecify.annotations.NullMarked;
