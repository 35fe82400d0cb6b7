@NullMarked
package dev.perfagent.analysis;

import org.jspecify.annotations.NullMarked;
