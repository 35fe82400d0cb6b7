@NullMarked
package dev.perfagent.cli.command;

import org.jspecify.annotations.NullMarked;
