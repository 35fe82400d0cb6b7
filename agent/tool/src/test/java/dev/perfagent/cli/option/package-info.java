@NullMarked
package dev.perfagent.cli.option;

import org.jspecify.annotations.NullMarked;
