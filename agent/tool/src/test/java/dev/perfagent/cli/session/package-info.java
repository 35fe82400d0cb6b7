@NullMarked
package dev.perfagent.cli.session;

import org.jspecify.annotations.NullMarked;
