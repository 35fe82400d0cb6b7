/** Puts hooks into class files; cold runs only, behind the isolated loader. */
@NullMarked
package dev.perfagent.weave;

import org.jspecify.annotations.NullMarked;
