package dev.perfagent.draft;

import dev.perfagent.history.StoredRun;
import dev.perfagent.statistics.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the two files.
 *
 * @param instrumentation of {@code instrumentation.yml}
 * @param benchmarks of {@code benchmarks.yml}
 */
public record ProposedFiles(String instrumentation, String benchmarks) {
    /** A machine that is busy may make a run this much longer than the slowest one that was seen. */
    private static final double ROOM = 1.5;

    /** Where the slowest run took this much more than the fastest one, a median says little. */
    private static final double WIDE = 1.5;

    /**
     * What those runs, of which there is at least one, suggest.
     *
     * @param today the date of the baselines
     */
    public static ProposedFiles of(TrialResult result, LocalDate today) {
        Map<String, List<StoredRun>> commands = new LinkedHashMap<>();
        String application = result.runs().get(0).application();
        for (StoredRun run : result.runs()) {
            if (run.application().equals(application) && !Double.isNaN(run.totalMs())) {
                commands.computeIfAbsent(run.command(), name -> new ArrayList<>())
                        .add(run);
            }
        }
        return new ProposedFiles(
                instrumentation(application, commands, result.stacks()),
                benchmarks(result.runs().get(0).applicationVersion(), commands, today));
    }

    private static String instrumentation(
            String application, Map<String, List<StoredRun>> commands, SampledStacks stacks) {
        StringBuilder text = new StringBuilder();
        text.append("""
                # What perf-agent observes in this program, as 'init' proposes it. Rename the phases, and delete what is of no
                # interest. All keys are explained in the guide, under "Configure".

                """);
        text.append("application:\n  name: ").append(quoted(application)).append('\n');
        text.append("\n# Commands that were recognised without a rule: ")
                .append(comment(String.join(", ", commands.keySet())))
                .append(".\n");
        if (commands.size() == 1 && commands.containsKey(application)) {
            text.append("""
                    # That is the program's name: if it has commands, name their entry points.
                    #
                    #   commands:
                    #     - { class: com.example.cli.ExportCommand, method: call, name: export }
                    """);
        }
        List<ProposedPhase> phases = PhaseChoice.of(stacks);
        if (phases.isEmpty()) {
            text.append("""

                    # No method of the program's own was on the stack in 5 % of the samples, so no phase is proposed.
                    #
                    #   phases:
                    #     - { phase: data_fetching, class: "com.example.github.*", method: "fetch*" }
                    """);
            return text.toString();
        }
        text.append("""

                # Methods of the program's own that took 5 % of the time or more, waiting included. A phase may contain others.
                phases:
                """);
        for (ProposedPhase phase : phases) {
            text.append(String.format(Locale.ROOT, "  # in %.0f %% of the samples%n", 100 * phase.share())
                            .replace("\r", ""))
                    .append("  - { phase: ")
                    .append(quoted(phase.name()))
                    .append(", class: ")
                    .append(quoted(phase.className()))
                    .append(", method: ")
                    .append(quoted(phase.method()))
                    .append(" }\n");
        }
        return text.toString();
    }

    private static String benchmarks(@Nullable String version, Map<String, List<StoredRun>> commands, LocalDate today) {
        StringBuilder text = new StringBuilder();
        text.append("""
                # How long the commands may take, as 'init' proposes it. The times are those of this machine: measure again
                # where the limits are to hold. All keys are explained in the guide, under "Configure".
                benchmarks:
                """);
        text.append("  baseline: { date: ").append(quoted(today.toString()));
        if (version != null) {
            text.append(", cli_version: ").append(quoted(version));
        }
        text.append(" }\n  commands:\n");
        for (Map.Entry<String, List<StoredRun>> command : commands.entrySet()) {
            double[] times = command.getValue().stream()
                    .sorted(Comparator.comparingDouble(StoredRun::totalMs))
                    .mapToDouble(StoredRun::totalMs)
                    .toArray();
            command(command.getKey(), times, text);
        }
        return text.toString();
    }

    /** @param times the fastest first */
    private static void command(String name, double[] times, StringBuilder text) {
        double fastest = times[0];
        double slowest = times[times.length - 1];
        text.append("    ").append(quoted(name)).append(":\n");
        text.append("      # ")
                .append(times.length)
                .append(times.length == 1 ? " run took " : " runs took ")
                .append(whole(fastest))
                .append(times.length == 1 ? "" : " to " + whole(slowest))
                .append(" ms. The baseline is the median.\n");
        if (slowest > WIDE * fastest) {
            text.append("      # They differ much: repeat it on a quiet machine, or with more --runs.\n");
        }
        text.append("      baseline_ms: ")
                .append(whole(Sample.of(times).median()))
                .append('\n');
        text.append(
                "      # The slowest of these runs and half of it, so that a busy machine alone breaks no limit.\n");
        text.append("      max_acceptable_ms: ").append(whole(ROOM * slowest)).append('\n');
    }

    private static long whole(double ms) {
        return Math.max(1, Math.round(ms));
    }

    private static String comment(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** As YAML in quotes: names are the application's, and may have any character. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
