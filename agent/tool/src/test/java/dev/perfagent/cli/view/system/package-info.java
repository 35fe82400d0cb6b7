@NullMarked
package dev.perfagent.cli.view.system;

import org.jspecify.annotations.NullMarked;
