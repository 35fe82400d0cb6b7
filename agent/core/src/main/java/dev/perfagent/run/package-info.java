/** The immutable record of one execution, and its JSON form. */
@NullMarked
package dev.perfagent.run;

import org.jspecify.annotations.NullMarked;
