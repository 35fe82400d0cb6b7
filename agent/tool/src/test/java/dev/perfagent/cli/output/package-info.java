@NullMarked
package dev.perfagent.cli.output;

import org.jspecify.annotations.NullMarked;
