/** What a probe is: the classes and methods of one library that are observed without any rule. */
@NullMarked
package dev.perfagent.probe;

import org.jspecify.annotations.NullMarked;
