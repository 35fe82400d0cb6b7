/** JMH: what a call from woven code costs once the JVM has compiled it. */
@NullMarked
package dev.perfagent.bench.hook;

import org.jspecify.annotations.NullMarked;
