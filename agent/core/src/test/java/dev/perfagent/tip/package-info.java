/** Tests of the advice. */
@NullMarked
package dev.perfagent.tip;

import org.jspecify.annotations.NullMarked;
