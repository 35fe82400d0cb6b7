/** Tests of {@code dev.perfagent.run}. */
@NullMarked
package dev.perfagent.run;

import org.jspecify.annotations.NullMarked;
