/** Tests of {@code dev.perfagent.record}. */
@NullMarked
package dev.perfagent.record;

import org.jspecify.annotations.NullMarked;
