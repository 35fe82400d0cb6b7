/** What the JVM itself loads: the entry points, and the class loaders behind which everything else of ours is. */
@NullMarked
package dev.perfagent.launch;

import org.jspecify.annotations.NullMarked;
