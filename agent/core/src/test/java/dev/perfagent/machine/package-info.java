/** Tests of {@code dev.perfagent.machine}. */
@NullMarked
package dev.perfagent.machine;

import org.jspecify.annotations.NullMarked;
