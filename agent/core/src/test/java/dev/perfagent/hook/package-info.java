/** Tests of {@code dev.perfagent.hook}. */
@NullMarked
package dev.perfagent.hook;

import org.jspecify.annotations.NullMarked;
