/** The CIO engine of the HTTP client Ktor, also relocated copies. Its other engines send by clients with probes of their own. */
@NullMarked
package dev.perfagent.probe.ktor;

import org.jspecify.annotations.NullMarked;
