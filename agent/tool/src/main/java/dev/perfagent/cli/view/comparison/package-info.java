/** A comparison, as text, Markdown and JSON. */
@NullMarked
package dev.perfagent.cli.view.comparison;

import org.jspecify.annotations.NullMarked;
