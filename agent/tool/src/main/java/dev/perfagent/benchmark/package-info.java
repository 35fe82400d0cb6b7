/** Commands run many times and timed, in pairs and in random order, until what is to be known is known. */
@NullMarked
package dev.perfagent.benchmark;

import org.jspecify.annotations.NullMarked;
