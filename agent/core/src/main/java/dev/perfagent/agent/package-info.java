/** The entry points: premain connects the parts in order, main opens the tool. */
@NullMarked
package dev.perfagent.agent;

import org.jspecify.annotations.NullMarked;
