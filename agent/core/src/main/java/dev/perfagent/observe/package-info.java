/** Hook calls made into what happened: one list of observers, in rooms by kind and not by library. */
@NullMarked
package dev.perfagent.observe;

import org.jspecify.annotations.NullMarked;
