/** argparse4j, also relocated copies. */
@NullMarked
package dev.perfagent.probe.argparse4j;

import org.jspecify.annotations.NullMarked;
