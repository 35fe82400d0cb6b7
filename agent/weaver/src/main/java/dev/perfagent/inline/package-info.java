/** Copies the code of advice into methods of other classes, with ASM alone. */
@NullMarked
package dev.perfagent.inline;

import org.jspecify.annotations.NullMarked;
