/** The JVM itself: where a program begins and ends. */
@NullMarked
package dev.perfagent.probe.jvm;

import org.jspecify.annotations.NullMarked;
