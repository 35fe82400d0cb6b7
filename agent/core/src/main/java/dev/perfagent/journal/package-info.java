/** Appends runs; start markers; the agent's folders and its own log. */
@NullMarked
package dev.perfagent.journal;

import org.jspecify.annotations.NullMarked;
