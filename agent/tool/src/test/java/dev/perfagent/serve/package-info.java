/** Tests of the server for this machine. */
@NullMarked
package dev.perfagent.serve;

import org.jspecify.annotations.NullMarked;
