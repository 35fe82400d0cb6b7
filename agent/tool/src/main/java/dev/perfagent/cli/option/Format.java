package dev.perfagent.cli.option;

/** Who reads the output. */
enum Format {
    /** People. */
    TEXT,
    /** Programs. */
    JSON
}
