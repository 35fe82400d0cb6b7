/** Sends runs to services, each run once. */
@NullMarked
package dev.perfagent.export.push;

import org.jspecify.annotations.NullMarked;
