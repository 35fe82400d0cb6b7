/** Writes what runs leave on disk, for the tests of what reads it. */
@NullMarked
package dev.perfagent.sample;

import org.jspecify.annotations.NullMarked;
