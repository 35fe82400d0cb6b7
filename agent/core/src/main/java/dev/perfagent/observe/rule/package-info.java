/** What rules ask for: phases, operations, values to keep. */
@NullMarked
package dev.perfagent.observe.rule;

import org.jspecify.annotations.NullMarked;
