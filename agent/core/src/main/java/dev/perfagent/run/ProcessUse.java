package dev.perfagent.run;

/** The child processes of one program that a run started. */
public record ProcessUse(String program, long count, double ms, long failures) {}
