package dev.perfagent.cli.session;

/** A command that reads or keeps something in the home also where runs are read from other folders. */
public interface UsesHome {}
