/** Which runs an answer is about, in words and as JSON. */
@NullMarked
package dev.perfagent.cli.view.scope;

import org.jspecify.annotations.NullMarked;
