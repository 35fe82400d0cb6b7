/** A server for this machine only. */
@NullMarked
package dev.perfagent.serve;

import org.jspecify.annotations.NullMarked;
