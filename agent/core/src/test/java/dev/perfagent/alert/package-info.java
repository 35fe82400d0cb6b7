/** Tests of the saying. */
@NullMarked
package dev.perfagent.alert;

import org.jspecify.annotations.NullMarked;
