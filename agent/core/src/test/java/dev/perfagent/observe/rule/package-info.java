@NullMarked
package dev.perfagent.observe.rule;

import org.jspecify.annotations.NullMarked;
