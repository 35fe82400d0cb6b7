/** Saved baselines, as text and JSON. */
@NullMarked
package dev.perfagent.cli.view.baseline;

import org.jspecify.annotations.NullMarked;
