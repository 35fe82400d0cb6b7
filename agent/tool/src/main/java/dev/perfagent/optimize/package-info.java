/** Advice that a whole history bears out, by what it would save a day. */
@NullMarked
package dev.perfagent.optimize;

import org.jspecify.annotations.NullMarked;
