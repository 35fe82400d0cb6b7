/** Tests of {@code dev.perfagent.journal}. */
@NullMarked
package dev.perfagent.journal;

import org.jspecify.annotations.NullMarked;
