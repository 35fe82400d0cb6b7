/** Holds the benchmark to its word, and the agent to its budget. */
@NullMarked
package dev.perfagent.bench;

import org.jspecify.annotations.NullMarked;
