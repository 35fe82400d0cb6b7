package dev.perfagent.cli.command;

import dev.perfagent.benchmark.Interruption;
import dev.perfagent.calibrate.Calibration;
import dev.perfagent.calibrate.SystemResult;
import dev.perfagent.cli.option.DurationConverter;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.output.Progress;
import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.system.SystemDocument;
import dev.perfagent.cli.view.system.SystemJson;
import dev.perfagent.export.NewFile;
import dev.perfagent.machine.OwnerOnly;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast the machine is. */
@Command(
        name = "benchmark",
        addMethodSubcommands = false,
        header = "Measures how fast this machine is: CPU, memory, disk, loopback network and start of a JVM.",
        description = {
            "",
            "Does a fixed amount of each work in turns, in at least 10 rounds of short pieces, of which one of the"
                    + " fastest counts. Takes less than 20 seconds. Work whose rounds vary by more than 5%% gets no score."
                    + " Writes system/results.json and system/scores.txt in the home, and the first time"
                    + " system/baseline.json too. All other files are deleted again. There is no network traffic without"
                    + " --url."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar system benchmark",
            "  java -jar perf-agent.jar system benchmark --save-baseline"
        })
final class SystemBenchmarkCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Measure downloads from this http or https address too, up to 4 MB per round.")
    private @Nullable String url;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Measure the disk that has this folder; by default the one with the home.")
    private @Nullable Path directory;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "End after this time, such as 5s; by default, and at most, 18s. Work that was done fewer than 10"
                            + " times then has no score.")
    private Duration maxTime = Calibration.LONGEST;

    @Option(names = "--save-baseline", description = "Replace the baseline by these results.")
    private boolean saveBaseline;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    SystemBenchmarkCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        URI address = address();
        Path folder = session.newHome().resolve(SystemCommand.FOLDER);
        OwnerOnly.createFolder(folder.toFile());
        if (directory != null && !Files.isDirectory(directory)) {
            throw new ParameterException(spec.commandLine(), "--dir '" + directory + "' is not a folder");
        }
        if (maxTime.compareTo(Calibration.LONGEST) > 0) {
            throw new ParameterException(spec.commandLine(), "--max-time is too long; give 18s or less");
        }
        try (Interruption interruption = Interruption.watch()) {
            SystemResult result = measure(directory == null ? folder : directory, address, interruption);
            if (interruption.isAsked()) {
                session.report("perf-agent: interrupted; nothing was saved");
                return ExitCode.IO;
            }
            SystemJson json = SystemJson.of(result);
            save(folder.resolve("results.json"), json);
            save(folder.resolve("scores.txt"), result.evidence());
            Path baseline = folder.resolve("baseline.json");
            boolean first = !Files.exists(baseline);
            if (first || saveBaseline) {
                save(baseline, json);
            }
            if (session.common().isJson()) {
                session.json(json);
            } else {
                session.show(SystemDocument.of(result));
                session.report(saved(result, first || saveBaseline, baseline));
            }
            session.out().flush();
        }
        return ExitCode.FINE;
    }

    private static String saved(SystemResult result, boolean asBaseline, Path baseline) {
        boolean whole = result.measures().stream().allMatch(measure -> measure.score() != null);
        return !asBaseline
                ? "perf-agent: saved; 'system compare' compares it with the baseline"
                : "perf-agent: saved as the baseline, '" + baseline + "'"
                        + (whole
                                ? ""
                                : "; replace it by --save-baseline on a quiet machine, because scores are missing");
    }

    private SystemResult measure(Path folder, @Nullable URI address, Interruption interruption)
            throws IOException, InterruptedException {
        try (Progress progress = Progress.of("", session.err())) {
            return new Calibration(folder, address, maxTime, interruption::isAsked, progress::say)
                    .run(session.clock().instant());
        }
    }

    private @Nullable URI address() {
        if (url == null) {
            return null;
        }
        try {
            URI address = new URI(url);
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new ParameterException(spec.commandLine(), "--url is not an address: " + e.getReason(), e);
        }
        throw new ParameterException(spec.commandLine(), "--url is not an address with http or https");
    }

    private static void save(Path path, SystemJson content) throws IOException {
        save(path, RecordJson.of(content) + "\n");
    }

    private static void save(Path path, String text) throws IOException {
        try (NewFile file = NewFile.at(path)) {
            file.stream().write(text.getBytes(StandardCharsets.UTF_8));
            file.complete();
        }
    }
}
