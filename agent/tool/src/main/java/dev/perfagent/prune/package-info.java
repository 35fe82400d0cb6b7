/** Drops what the history need not keep any longer. */
@NullMarked
package dev.perfagent.prune;

import org.jspecify.annotations.NullMarked;
