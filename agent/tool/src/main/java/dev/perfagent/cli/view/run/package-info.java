/** One run and lists of runs, as text, JSON and CSV. */
@NullMarked
package dev.perfagent.cli.view.run;

import org.jspecify.annotations.NullMarked;
