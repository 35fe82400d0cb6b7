/** Connects the parts in order, and ends them. */
@NullMarked
package dev.perfagent.agent;

import org.jspecify.annotations.NullMarked;
