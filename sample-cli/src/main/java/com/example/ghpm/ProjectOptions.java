package com.example.ghpm;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has: which project, on which server. */
final class ProjectOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    boolean help;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "An organisation, or OWNER/REPOSITORY for a single one. The demo has acme-rockets.")
    @Nullable
    String project;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "The API of a GitHub Enterprise server; by default that of github.com.")
    @Nullable
    String endpoint;

    @Option(names = "--demo", description = "Use made-up data from a server inside this program.")
    boolean demo;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            converter = ScenarioNames.class,
            completionCandidates = ScenarioNames.class,
            description = "What the demo shows: ${COMPLETION-CANDIDATES}; by default clean.")
    @Nullable
    Scenario scenario;

    @Option(names = "--demo-log", paramLabel = "FILE", hidden = true, description = "Write a line for each request.")
    @Nullable
    Path demoLog;

    @Option(names = "--verbose", description = "Tell on stderr what the run was made of.")
    boolean verbose;
}
