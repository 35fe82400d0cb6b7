@NullMarked
package dev.perfagent.observe.http;

import org.jspecify.annotations.NullMarked;
