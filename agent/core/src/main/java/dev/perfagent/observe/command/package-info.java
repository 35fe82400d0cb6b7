/** Commands: main, their entry points, command lines, and how the process exits. */
@NullMarked
package dev.perfagent.observe.command;

import org.jspecify.annotations.NullMarked;
