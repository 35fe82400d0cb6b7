/** Programs that the application starts. */
@NullMarked
package dev.perfagent.probe.process;

import org.jspecify.annotations.NullMarked;
