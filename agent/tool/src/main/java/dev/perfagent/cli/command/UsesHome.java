package dev.perfagent.cli.command;

/** A command that reads or keeps something in the home also where runs are read from other folders. */
interface UsesHome {}
