package dev.perfagent.config;

/** One thing that is wrong with a file, and where. */
record Problem(Position position, String message) {}
