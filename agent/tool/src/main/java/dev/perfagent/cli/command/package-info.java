/** One class a command: it gets its session, writes to it, and returns its exit code. */
@NullMarked
package dev.perfagent.cli.command;

import org.jspecify.annotations.NullMarked;
