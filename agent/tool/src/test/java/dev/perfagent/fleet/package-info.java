/** The files of docs/sql, run by DuckDB over what is recorded. */
@NullMarked
package dev.perfagent.fleet;

import org.jspecify.annotations.NullMarked;
