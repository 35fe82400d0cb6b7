/** Measures a JVM that runs already, from outside: whether that can be, and what is asked of it. */
@NullMarked
package dev.perfagent.attach;

import org.jspecify.annotations.NullMarked;
