@NullMarked
package dev.perfagent.cli;

import org.jspecify.annotations.NullMarked;
