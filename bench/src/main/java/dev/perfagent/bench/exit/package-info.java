/** What the end of a measured process spends its time on, part by part. */
@NullMarked
package dev.perfagent.bench.exit;

import org.jspecify.annotations.NullMarked;
