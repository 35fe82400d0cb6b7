/** Options that several commands share, and how their values are read. */
@NullMarked
package dev.perfagent.cli.option;

import org.jspecify.annotations.NullMarked;
