/** Small applications that the tests measure; they never mention perf-agent. */
@NullMarked
package org.example;

import org.jspecify.annotations.NullMarked;
