/** Phases, operations and values to keep, for which rules ask, or which the application measures itself. */
@NullMarked
package dev.perfagent.observe.rule;

import org.jspecify.annotations.NullMarked;
