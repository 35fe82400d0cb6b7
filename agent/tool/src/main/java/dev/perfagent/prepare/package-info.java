/** Runs a command once with the agent attached, for the plan that later runs start from. */
@NullMarked
package dev.perfagent.prepare;

import org.jspecify.annotations.NullMarked;
