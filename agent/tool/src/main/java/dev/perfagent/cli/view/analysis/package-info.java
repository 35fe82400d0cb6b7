/** An analysis, as text, Markdown and JSON. */
@NullMarked
package dev.perfagent.cli.view.analysis;

import org.jspecify.annotations.NullMarked;
