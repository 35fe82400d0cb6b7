package dev.perfagent.machine;

import org.jspecify.annotations.Nullable;

/**
 * Loads on a thread of its own what premain is about to need, and the first hooks: of premain's 8 ms it takes 2 to another
 * processor. While the first HTTP call waits for its answer, it does the same with what the answer needs, and what the end of
 * such a run needs. A name too many or too few costs a fraction of a millisecond and nothing else.
 */
public final class ClassPreloader extends Thread {
    static final String PREFIX = "dev.perfagent.";

    /** In the order in which they are needed, from where this thread may be ahead of main's. */
    static final String[] START = {
        "plan.PlanCodec",
        "plan.LoaderKind",
        "plan.ByteReader",
        "plan.ClassEntry",
        "settings.Settings",
        "settings.ObservedKinds",
        "application.Application",
        "plan.ClassEntries",
        "plan.Coverage",
        "plan.Plan",
        "agent.WeavingTransformer",
        "plan.Candidates",
        "plan.NamePattern",
        "agent.AgentOutput",
        "agent.PlanUpdate",
        "agent.RunEnd",
        "observe.Recorder",
        "observe.Observers",
        "record.Observer",
        "record.Clock",
        "hook.Site",
        "record.Executions",
        "record.Exits",
        "record.Recording",
        "record.HeapWatch",
        "record.Totals",
        "machine.ProcessStat",
        "machine.PerfData",
        "agent.TransformerRemoval",
        "hook.BootHandoff",
        "observe.Sampler",
        "observe.command.MainObserver",
        "record.ThreadState",
        "record.Frame",
        "observe.command.CommandObserver",
        "observe.command.ExitObserver",
        "journal.Journal",
        "journal.OwnerFile",
    };

    /** For the answer of a call, then for the end of the run. */
    static final String[] CALL = {
        "record.HttpCall",
        "record.HttpTotals",
        "record.HttpTotals$Sum",
        "record.NameLimit",
        "record.AnsweredAddresses",
        "record.Polls",
        "run.HttpHost",
    };

    /** The same of one to GitHub's API, beyond that. */
    static final String[] GITHUB_CALL = {
        "record.GitHubTotals",
        "record.ApiPace",
        "record.MinuteWindow",
        "github.EndpointTemplate",
        "github.PathSegments",
        "github.HttpMethod",
        "github.RepositoryPaths",
        "github.PathGrammar",
        "record.EndpointTotals",
        "github.Query",
        "github.RateLimitHeaders",
        "github.HeaderNumber",
        "github.Answer",
        "record.RateLimitState",
        "record.Polls$Poll",
        "observe.http.RefusedRequest",
        "run.RateLimit",
        "run.Endpoint",
        "run.EndpointPatterns",
        "run.GitHubApi",
        "run.ApiPatterns",
        "threshold.Thresholds",
        "threshold.Benchmarks",
        "threshold.AlertPolicies",
        "run.AlertType",
        "threshold.Channel",
        "threshold.AlertPolicy",
        "threshold.Notification",
        "threshold.Judge",
        "run.MachineState",
        "threshold.Budget",
        "threshold.Limit",
        "run.Measure",
        "threshold.TimeRules",
        "threshold.Verdict",
        "threshold.VerdictRule",
        "threshold.Result",
        "run.Severity",
        "threshold.LimitRules",
        "threshold.RateLimitRule",
        "run.GitHubJson",
    };

    private final @Nullable ClassLoader loader = ClassPreloader.class.getClassLoader();
    private final String[] names;

    ClassPreloader(String[] names) {
        super(Machine.systemGroup(), null, "perf-agent-preload", 0, false);
        setDaemon(true);
        setContextClassLoader(null);
        this.names = names;
    }

    /** At the start of the process. */
    public static void processStarts() {
        begin(START);
    }

    /** When the first HTTP call is on its way. */
    public static void callIsMade() {
        begin(CALL);
    }

    /** When the first one to GitHub's API is. */
    public static void gitHubIsCalled() {
        begin(GITHUB_CALL);
    }

    /** Where the process may have one more thread; else whoever needs a class loads it. */
    private static void begin(String[] names) {
        try {
            new ClassPreloader(names).start();
        } catch (OutOfMemoryError noThread) {
            return;
        }
    }

    @Override
    public void run() {
        try {
            for (String name : names) {
                link(Class.forName(PREFIX.concat(name), false, loader));
            }
        } catch (Throwable needless) { // nobody's handler of uncaught exceptions is to hear of it
            return;
        }
    }

    /**
     * Verifies a class, which is half of what it costs, without initialising it: initialisers on two threads may wait for each
     * other. The JVM links a class whose constructors are asked for; of the public ones there are fewer to be described.
     */
    public static int link(Class<?> type) {
        return type.getConstructors().length;
    }
}
