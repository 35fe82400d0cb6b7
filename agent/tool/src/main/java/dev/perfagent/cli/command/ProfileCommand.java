package dev.perfagent.cli.command;

import dev.perfagent.benchmark.Interruption;
import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.RepetitionConverter;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Progress;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.profile.ProfileDocument;
import dev.perfagent.cli.view.profile.ProfileFiles;
import dev.perfagent.prepare.GivenFlag;
import dev.perfagent.prepare.MeasuredCommand;
import dev.perfagent.profile.PhaseProfile;
import dev.perfagent.profile.Profile;
import dev.perfagent.profile.ProfileEvent;
import dev.perfagent.profile.ProfileSession;
import dev.perfagent.profile.Repetition;
import dev.perfagent.profile.SavedProfiles;
import dev.perfagent.profile.SavedStacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a command with a profiler. */
@Command(
        name = "profile",
        addMethodSubcommands = false,
        header = "Runs a command with a profiler, and shows which methods take the time of which phase.",
        description = {
            "",
            "The profiler is async-profiler, which is inside of perf-agent.jar, or Flight Recorder of the JDK where"
                    + " that does not work. Output, input and exit code are the command's; the result is printed to"
                    + " standard error.",
            "",
            "The folder 'profiles' of perf-agent's home keeps each profile: profile.json, flame-PHASE.html (a flame"
                    + " graph for each phase), speedscope.json, pprof.pb.gz and stacks.collapsed.",
            "",
            "A method's share is the part of the phase in which it runs, or code of the JDK that it calls. Methods of "
                    + "the JDK itself are not listed.",
            "",
            "Profiled runs are recorded with the label profiled=true. They get no alerts, and are left out of reports' "
                    + "times, comparisons and baselines, because a profiler takes time of its own."
        },
        footer = {
            "",
            "Exit codes: the command's; 2 for wrong usage, 3 when it cannot be started, or a profile cannot be read or "
                    + "written.",
            "",
            "Examples:",
            "  java -jar perf-agent.jar profile -- java -jar ghpm.jar batch",
            "  java -jar perf-agent.jar profile --event alloc --phase parsing \\",
            "      -- bin/ghpm batch"
        },
        showEndOfOptionsDelimiterInUsageHelp = true)
final class ProfileCommand implements Callable<Integer>, ManyFormats {
    private static final String STACKS = "stacks.collapsed";

    private final Session session;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--event",
            paramLabel = "cpu|wall|alloc|lock",
            description = "What the methods are shown of: cpu (default), wall (threads that wait too), alloc "
                    + "(allocated bytes), lock (time waiting for locks).")
    private String event = "cpu";

    @Option(names = "--phase", paramLabel = "P", description = "Only this phase; 'none' for what is in no phase.")
    private @Nullable String phase;

    @Option(names = "--diff", paramLabel = "ID", description = "Compare with this saved profile, phase by phase.")
    private @Nullable String earlier;

    @Option(
            names = "--repeat",
            paramLabel = "N|auto",
            converter = RepetitionConverter.class,
            description = "Run the command N times and merge the runs, if one is too short. 'auto' repeats it until the"
                    + " phase with the most samples has 100, at most 20 times.")
    private Repetition repeat = Repetition.times(1);

    @Option(
            names = "--profiler",
            paramLabel = "PATH|jfr",
            description =
                    "Another async-profiler than the one inside of perf-agent.jar: the path of its libasyncProfiler. "
                            + "'jfr' for Flight Recorder.")
    private @Nullable String profiler;

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command to profile, and its arguments.")
    private List<String> command = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private ProfileCommand(Session session) {
        this.session = session;
    }

    /** What follows the command's name is the command's. */
    static CommandLine of(Session session) {
        return new CommandLine(new ProfileCommand(session)).setStopAtPositional(true);
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT);
    }

    @Override
    public Integer call() throws IOException {
        ProfileEvent kind = kind();
        SavedProfiles profiles = SavedProfiles.in(session.newHome());
        Map<String, Map<String, Long>> saved = earlier == null ? Map.of() : saved(profiles, earlier);
        Path jar = session.agentJar();
        if (jar == null) {
            session.report("perf-agent: profile needs the packed perf-agent.jar");
            return ExitCode.IO;
        }
        session.out().flush();
        try (Interruption interruption = Interruption.watch()) {
            return run(kind, jar, profiles, saved, interruption);
        }
    }

    private int run(
            ProfileEvent kind,
            Path jar,
            SavedProfiles profiles,
            Map<String, Map<String, Long>> saved,
            Interruption interruption)
            throws IOException {
        Instant now = session.clock().instant();
        String id = now.toString().replaceAll("[-:.]", "");
        ProfileSession.Result result = new ProfileSession(
                        session.launcher(), measured(jar), profiler, id, new Notices(interruption))
                .run(kind, repeat, phaseName(), session.newHome(), now);
        if (result.runs() == 0) {
            session.report("perf-agent: interrupted; nothing was profiled");
            return ExitCode.IO;
        }
        Map<String, PhaseProfile> phases = chosen(result.profile());
        session.report(ProfileDocument.of(result, phases, phaseName()));
        if (earlier != null) {
            session.report(ProfileDocument.difference(phases, saved, earlier));
        }
        if (interruption.isAsked()) {
            session.report("perf-agent: interrupted; this is what was sampled until then");
        }
        save(profiles.folder().resolve(id), id, result, phases);
        return result.exitCode();
    }

    /** Says how far reading has come, and that the command is repeated, and why. */
    private final class Notices implements ProfileSession.Watcher {
        private final Interruption interruption;
        private @Nullable Progress progress;

        private Notices(Interruption interruption) {
            this.interruption = interruption;
        }

        @Override
        public void reading(long events) {
            progress = progress == null ? Progress.of("", session.err()) : progress;
            progress.say("Reading what was sampled: " + Amount.counted(events, "event", "events"));
        }

        @Override
        public void ranOnce(int runs, Profile profile) {
            if (progress != null) {
                progress.close();
                progress = null;
            }
            if (runs == 1 && !isInterrupted() && repeat.untilEnough() && !repeat.isOver(runs, profile, phaseName())) {
                session.report("perf-agent: this run is too short: there are too few samples; it is repeated until the"
                        + " phase with the most has " + profile.event().fewestSamples() + ", at most " + repeat.most()
                        + " times");
            }
        }

        @Override
        public boolean isInterrupted() {
            return interruption.isAsked();
        }
    }

    private ProfileEvent kind() {
        return Arrays.stream(ProfileEvent.values())
                .filter(known -> known.text().equals(event))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--event is cpu, wall, alloc or lock, not '" + event + "'"));
    }

    private Map<String, Map<String, Long>> saved(SavedProfiles profiles, String id) throws IOException {
        Path folder = profiles.folder();
        if (!SavedProfiles.isId(id) || !Files.exists(folder.resolve(id).resolve(STACKS))) {
            throw new ParameterException(spec.commandLine(), "there is no profile '" + id + "' in " + folder);
        }
        String before = profiles.event(id);
        if (before != null && !before.equals(event)) {
            throw new ParameterException(
                    spec.commandLine(), "profile " + id + " is of --event " + before + ", not of " + event);
        }
        return SavedStacks.read(folder.resolve(id).resolve(STACKS));
    }

    private MeasuredCommand measured(Path jar) {
        Map<String, String> environment = session.environment();
        if (GivenFlag.find(command, environment, jar) != null) {
            return new MeasuredCommand(command, environment);
        }
        String folder = config.given() == null ? null : config.given().getAbsolutePath();
        return MeasuredCommand.attaching(jar.toAbsolutePath(), session.newHome(), folder, command, environment);
    }

    private @Nullable String phaseName() {
        return "none".equals(phase) ? Profile.NO_PHASE : phase;
    }

    private Map<String, PhaseProfile> chosen(Profile profile) {
        Map<String, PhaseProfile> all = profile.phases();
        String name = phaseName();
        if (name == null) {
            return all;
        }
        PhaseProfile one = all.get(name);
        if (one == null) {
            session.report("perf-agent: nothing was sampled in a phase '" + phase + "'; there is "
                    + String.join(", ", all.keySet()));
            return Map.of();
        }
        return Map.of(name, one);
    }

    private void save(Path folder, String id, ProfileSession.Result result, Map<String, PhaseProfile> phases)
            throws IOException {
        Files.createDirectories(folder);
        SavedStacks.write(folder.resolve(STACKS), phases);
        ProfileFiles.write(folder, id, result, phases);
        session.report("perf-agent: profile " + id + " is in " + folder);
    }
}
