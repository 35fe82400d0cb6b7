/** The dashboard: one page with everything inside, and its summary for programs. */
@NullMarked
package dev.perfagent.cli.view.dashboard;

import org.jspecify.annotations.NullMarked;
