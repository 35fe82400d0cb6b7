package com.example.ghpm;

import com.example.ghpm.demo.DemoApi;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** First phase: from options and environment to settings that hold together. */
final class Initialization {
    private static final String GITHUB = "https://api.github.com";
    private static final String DEMO_PROJECT = "acme-rockets";
    private static final String DEMO_TOKEN = "demo-0000-not-a-secret";

    /** Held here, for a logger that nobody holds forgets its level. It reports each of its retries otherwise. */
    private static final Logger CLIENT_LOGGER = Logger.getLogger("org.kohsuke.github");

    private final CommandSpec spec;
    private final Map<String, String> environment;

    Initialization(CommandSpec spec, Map<String, String> environment) {
        this.spec = spec;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Resolves the options and, for a demo, starts the server.
     *
     * @throws CommandLine.ParameterException when options contradict each other
     * @throws GhpmException when something is missing outside of the command line
     */
    Session initialize(ProjectOptions options) throws IOException {
        CLIENT_LOGGER.setLevel(Level.WARNING);
        return options.demo ? demo(options) : real(options);
    }

    private Session demo(ProjectOptions options) throws IOException {
        if (options.endpoint != null) {
            throw usage("--demo brings its own server: leave out --endpoint");
        }
        Scenario scenario = options.scenario == null ? Scenario.CLEAN : options.scenario;
        DemoApi api = DemoApi.start(scenario.server().withLog(options.demoLog));
        String project = options.project == null ? DEMO_PROJECT : options.project;
        var settings = new Settings(api.baseUrl(), DEMO_TOKEN, project, scenario.sizing(), options.verbose);
        return new Session(settings, api, spec.commandLine().getErr());
    }

    private Session real(ProjectOptions options) {
        if (options.scenario != null || options.demoLog != null) {
            throw usage("--scenario and --demo-log need --demo");
        }
        if (options.project == null) {
            throw usage("--project is needed, unless you try the --demo");
        }
        String token = environment.getOrDefault("GITHUB_TOKEN", "").trim();
        if (token.isEmpty()) {
            throw new GhpmException("no token: set GITHUB_TOKEN to a personal access token, or try --demo");
        }
        String endpoint = options.endpoint == null ? GITHUB : httpAddress(options.endpoint);
        var settings = new Settings(endpoint, token, options.project, Scenario.Sizing.NORMAL, options.verbose);
        return new Session(settings, null, spec.commandLine().getErr());
    }

    private String httpAddress(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw usage("--endpoint is not a URL: " + text);
        }
        throw usage("--endpoint must begin with http:// or https:// and name a host: " + text);
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
