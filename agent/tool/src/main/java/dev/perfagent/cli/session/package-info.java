/** What commands share while they run: the home, the runs that the options select, and the ends of a command. */
@NullMarked
package dev.perfagent.cli.session;

import org.jspecify.annotations.NullMarked;
