/** The plans of a home, as text and JSON. */
@NullMarked
package dev.perfagent.cli.view.plan;

import org.jspecify.annotations.NullMarked;
