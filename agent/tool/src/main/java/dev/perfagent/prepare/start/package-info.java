/** Tries and times the ways in which a program can be started with the agent. */
@NullMarked
package dev.perfagent.prepare.start;

import org.jspecify.annotations.NullMarked;
