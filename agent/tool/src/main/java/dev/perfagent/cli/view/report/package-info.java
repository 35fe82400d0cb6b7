/** A report, as text, Markdown, JSON and CSV. */
@NullMarked
package dev.perfagent.cli.view.report;

import org.jspecify.annotations.NullMarked;
