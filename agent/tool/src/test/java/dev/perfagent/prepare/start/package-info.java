@NullMarked
package dev.perfagent.prepare.start;

import org.jspecify.annotations.NullMarked;
