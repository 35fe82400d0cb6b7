/** Names of programs. */
@NullMarked
package dev.perfagent.observe.process;

import org.jspecify.annotations.NullMarked;
