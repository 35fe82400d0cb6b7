/** A performance budget for a command-line tool, as a JUnit test. */
@NullMarked
package dev.perfagent.junit;

import org.jspecify.annotations.NullMarked;
