/** Guava's caches, also relocated copies. */
@NullMarked
package dev.perfagent.probe.guava;

import org.jspecify.annotations.NullMarked;
