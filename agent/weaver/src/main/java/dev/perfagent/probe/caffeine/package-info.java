/** Caffeine 2 and 3, also relocated copies. */
@NullMarked
package dev.perfagent.probe.caffeine;

import org.jspecify.annotations.NullMarked;
