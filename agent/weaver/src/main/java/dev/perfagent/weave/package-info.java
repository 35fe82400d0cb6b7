/** Puts hooks into class files with Byte Buddy; cold runs only, behind the isolated loader. */
@NullMarked
package dev.perfagent.weave;

import org.jspecify.annotations.NullMarked;
