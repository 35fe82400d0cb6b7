/** Hands the history on to other programs. */
@NullMarked
package dev.perfagent.export;

import org.jspecify.annotations.NullMarked;
