/** Tests of {@code dev.perfagent.agent}. */
@NullMarked
package dev.perfagent.agent;

import org.jspecify.annotations.NullMarked;
