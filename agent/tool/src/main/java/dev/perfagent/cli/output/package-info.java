/** How things look: tables, pages, units, and what makes foreign text safe for a terminal. */
@NullMarked
package dev.perfagent.cli.output;

import org.jspecify.annotations.NullMarked;
