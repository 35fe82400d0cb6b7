/**
 * Watches the machine from a process of its own: starts and stops it, what it writes, and reads that again. What runs in that
 * process has neither Jackson nor picocli nor lambdas, so that it stays small.
 */
@NullMarked
package dev.perfagent.monitor;

import org.jspecify.annotations.NullMarked;
