/** Which rules matched which classes when an application was last woven. */
@NullMarked
package dev.perfagent.match;

import org.jspecify.annotations.NullMarked;
