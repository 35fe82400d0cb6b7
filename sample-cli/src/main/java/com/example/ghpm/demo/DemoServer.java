package com.example.ghpm.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The demo API as a program of its own: prints its base URL on a line and serves until it is terminated. */
@Command(
        name = "demo-server",
        mixinStandardHelpOptions = true,
        version = "ghpm demo server 2.0.0",
        description = "Serves a made-up part of the GitHub API on 127.0.0.1 until it is terminated.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
public final class DemoServer implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "0 for one that is free (default).")
    private int port;

    @Option(names = "--latency", paramLabel = "MS", defaultValue = "0", description = "Hold each answer back.")
    private long latencyMillis;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Requests an hour (default 5000).")
    private int limit;

    @Option(names = "--remaining", paramLabel = "N", description = "Requests left at the start (default: all).")
    private @Nullable Integer remaining;

    @Option(
            names = "--throttle-403",
            paramLabel = "N",
            split = ",",
            description = "Turn the Nth requests away with 403.")
    private List<Integer> forbidden = List.of();

    @Option(
            names = "--throttle-429",
            paramLabel = "N",
            split = ",",
            description = "Turn the Nth requests away with 429.")
    private List<Integer> tooMany = List.of();

    @Option(
            names = "--retry-after",
            paramLabel = "S",
            defaultValue = "1",
            description = "For throttled requests (default 1).")
    private int retryAfterSeconds;

    @Option(names = "--log", paramLabel = "FILE", description = "Write a line for each request.")
    private @Nullable Path log;

    private DemoServer() {}

    public static void main(String[] args) {
        var commandLine = new CommandLine(new DemoServer());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("demo-server: cannot serve: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(commandLine.execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        DemoApi api = DemoApi.start(settings());
        Runtime.getRuntime().addShutdownHook(new Thread(api::close, "demo-server-stop"));
        PrintWriter out = spec.commandLine().getOut();
        out.println(api.baseUrl());
        out.flush();
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    private DemoSettings settings() {
        Map<Integer, Fault> faults = new HashMap<>();
        try {
            forbidden.forEach(number -> faults.put(number, new Fault(403, retryAfterSeconds)));
            tooMany.forEach(number -> faults.put(number, new Fault(429, retryAfterSeconds)));
            return new DemoSettings(
                    port, Duration.ofMillis(latencyMillis), limit, remaining == null ? limit : remaining, faults, log);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
