@NullMarked
package dev.perfagent.attach;

import org.jspecify.annotations.NullMarked;
