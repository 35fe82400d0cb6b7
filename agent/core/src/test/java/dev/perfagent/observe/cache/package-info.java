/** Caches that do what they like when they are asked. */
@NullMarked
package dev.perfagent.observe.cache;

import org.jspecify.annotations.NullMarked;
