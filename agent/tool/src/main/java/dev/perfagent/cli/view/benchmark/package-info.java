/** What {@code benchmark} measured, as people and programs read it. */
@NullMarked
package dev.perfagent.cli.view.benchmark;

import org.jspecify.annotations.NullMarked;
