/** Tests of the package of the same name. */
@NullMarked
package dev.perfagent.draft;

import org.jspecify.annotations.NullMarked;
