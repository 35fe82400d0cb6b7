/** JCommander, also relocated copies. */
@NullMarked
package dev.perfagent.probe.jcommander;

import org.jspecify.annotations.NullMarked;
