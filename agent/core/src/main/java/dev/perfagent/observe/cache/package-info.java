/** Caches that the application builds. */
@NullMarked
package dev.perfagent.observe.cache;

import org.jspecify.annotations.NullMarked;
