@NullMarked
package dev.perfagent.report;

import org.jspecify.annotations.NullMarked;
