/** Spring Shell 2 to 4, also relocated copies. */
@NullMarked
package dev.perfagent.probe.springshell;

import org.jspecify.annotations.NullMarked;
