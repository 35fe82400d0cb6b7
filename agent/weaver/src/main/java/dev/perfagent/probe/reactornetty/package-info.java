/** Reactor Netty's HTTP client, on which Spring's WebClient is by default. */
@NullMarked
package dev.perfagent.probe.reactornetty;

import org.jspecify.annotations.NullMarked;
