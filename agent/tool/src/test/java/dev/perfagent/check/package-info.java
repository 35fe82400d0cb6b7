@NullMarked
package dev.perfagent.check;

import org.jspecify.annotations.NullMarked;
