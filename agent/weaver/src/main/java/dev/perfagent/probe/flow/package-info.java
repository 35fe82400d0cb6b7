/** Publishers of {@code java.util.concurrent.Flow} that a rule's method has returned. */
@NullMarked
package dev.perfagent.probe.flow;

import org.jspecify.annotations.NullMarked;
