/** Reads what runs left on disk, without ever failing on a bad line. */
@NullMarked
package dev.perfagent.history;

import org.jspecify.annotations.NullMarked;
