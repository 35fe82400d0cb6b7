/** Compiled settings and what the weaver is asked to do. */
@NullMarked
package dev.perfagent.plan;

import org.jspecify.annotations.NullMarked;
