/** What the history says of each command, in figures that are defined in docs/report.md. */
@NullMarked
package dev.perfagent.report;

import org.jspecify.annotations.NullMarked;
