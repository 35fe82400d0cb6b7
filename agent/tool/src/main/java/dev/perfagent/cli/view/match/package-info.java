/** What rules and probes matched, as text. */
@NullMarked
package dev.perfagent.cli.view.match;

import org.jspecify.annotations.NullMarked;
