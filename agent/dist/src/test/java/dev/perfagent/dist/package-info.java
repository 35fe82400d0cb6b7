/** Black-box tests: real JVMs started with the shipped jar, on every JDK found. */
@NullMarked
package dev.perfagent.dist;

import org.jspecify.annotations.NullMarked;
