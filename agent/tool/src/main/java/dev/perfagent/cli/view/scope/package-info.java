/** Which runs an answer is about and how many and how long they are, in words and as JSON. */
@NullMarked
package dev.perfagent.cli.view.scope;

import org.jspecify.annotations.NullMarked;
