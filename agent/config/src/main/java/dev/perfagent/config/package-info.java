/** Reads the three YAML files and checks them: all problems of all three are reported at once, with line and column. */
@NullMarked
package dev.perfagent.config;

import org.jspecify.annotations.NullMarked;
