/** Facts about this process, its JVM and its machine, read with java.io only: no JMX, no ProcessHandle, no NIO. */
@NullMarked
package dev.perfagent.machine;

import org.jspecify.annotations.NullMarked;
