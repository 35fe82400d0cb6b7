/** What is gathered of an execution while it goes on, and the run that is made of it. */
@NullMarked
package dev.perfagent.record;

import org.jspecify.annotations.NullMarked;
