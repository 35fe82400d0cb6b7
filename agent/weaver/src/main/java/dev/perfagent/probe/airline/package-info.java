/** Both Airlines, also relocated copies. */
@NullMarked
package dev.perfagent.probe.airline;

import org.jspecify.annotations.NullMarked;
