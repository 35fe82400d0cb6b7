/** The command line: {@code java -jar perf-agent.jar COMMAND}. */
@NullMarked
package dev.perfagent.cli;

import org.jspecify.annotations.NullMarked;
