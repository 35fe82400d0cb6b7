/** Tests of {@code dev.perfagent.launch}. */
@NullMarked
package dev.perfagent.launch;

import org.jspecify.annotations.NullMarked;
