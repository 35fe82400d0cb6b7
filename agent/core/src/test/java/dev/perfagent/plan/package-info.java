/** Tests of {@code dev.perfagent.plan}. */
@NullMarked
package dev.perfagent.plan;

import org.jspecify.annotations.NullMarked;
