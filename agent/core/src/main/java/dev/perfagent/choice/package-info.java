/** Verdicts to alerts: which of them are raised, which are reported now, which are over. Pure: no I/O, no clock. */
@NullMarked
package dev.perfagent.choice;

import org.jspecify.annotations.NullMarked;
