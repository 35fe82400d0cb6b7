/** How fast a machine does fixed work: CPU, memory, disk, loopback network, start of a JVM; and two machines compared by it. */
@NullMarked
package dev.perfagent.calibrate;

import org.jspecify.annotations.NullMarked;
