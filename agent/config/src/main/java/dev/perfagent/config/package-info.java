/** Reads the three YAML files and checks them: every problem of all of them is told at once, with line and column. */
@NullMarked
package dev.perfagent.config;

import org.jspecify.annotations.NullMarked;
