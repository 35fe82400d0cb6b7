/** Programs that the application starts. */
@NullMarked
package dev.perfagent.observe.process;

import org.jspecify.annotations.NullMarked;
