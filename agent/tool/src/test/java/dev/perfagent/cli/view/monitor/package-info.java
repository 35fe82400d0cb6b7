@NullMarked
package dev.perfagent.cli.view.monitor;

import org.jspecify.annotations.NullMarked;
