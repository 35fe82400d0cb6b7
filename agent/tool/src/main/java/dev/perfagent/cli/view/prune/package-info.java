/** What was deleted from a home, as text and JSON. */
@NullMarked
package dev.perfagent.cli.view.prune;

import org.jspecify.annotations.NullMarked;
