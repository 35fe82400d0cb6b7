/** What the monitor does and saw: as text and JSON. */
@NullMarked
package dev.perfagent.cli.view.monitor;

import org.jspecify.annotations.NullMarked;
