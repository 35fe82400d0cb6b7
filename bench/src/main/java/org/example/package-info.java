/** Programs that are measured; like a user's, they know nothing of perf-agent. */
@NullMarked
package org.example;

import org.jspecify.annotations.NullMarked;
