/** Clikt 2.8 to 5, also relocated copies. */
@NullMarked
package dev.perfagent.probe.clikt;

import org.jspecify.annotations.NullMarked;
