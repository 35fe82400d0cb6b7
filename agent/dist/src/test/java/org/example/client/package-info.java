/** The measured programs of the HTTP clients' contract: one class a client and way to use it. They do not know perf-agent. */
@NullMarked
package org.example.client;

import org.jspecify.annotations.NullMarked;
