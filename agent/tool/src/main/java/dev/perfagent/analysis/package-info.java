/** Adds up runs in bounded memory, and finds where time, memory and requests go and what slow runs have in common. */
@NullMarked
package dev.perfagent.analysis;

import org.jspecify.annotations.NullMarked;
