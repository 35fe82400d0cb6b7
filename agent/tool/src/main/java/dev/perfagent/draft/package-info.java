/** A first configuration for a command, proposed from a few runs of it. */
@NullMarked
package dev.perfagent.draft;

import org.jspecify.annotations.NullMarked;
