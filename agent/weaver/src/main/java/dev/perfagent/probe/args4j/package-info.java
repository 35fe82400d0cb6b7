/** args4j 2, also relocated copies. */
@NullMarked
package dev.perfagent.probe.args4j;

import org.jspecify.annotations.NullMarked;
