/** Stored runs judged once more, by the agent's own rules. */
@NullMarked
package dev.perfagent.check;

import org.jspecify.annotations.NullMarked;
