package dev.perfagent.record;

import dev.perfagent.machine.Machine;
import dev.perfagent.machine.PerfData;
import dev.perfagent.machine.ProcessStat;
import dev.perfagent.run.Cache;
import dev.perfagent.run.Failure;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.settings.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is gathered of one execution while it goes on. */
public final class Recording {
    /** DESIGN section 6: bounded, the rest goes into "other". */
    private static final int MOST_PHASES = 100;

    final HeapWatch heap = new HeapWatch();
    final ContentionMeter contention;
    private final List<Rule> rules;
    private final @Nullable Totals[] byRule;
    private final Map<String, Totals> phases = new LinkedHashMap<>();
    private final Map<String, Totals> operations = new LinkedHashMap<>();

    private @Nullable ContextValues context;
    private @Nullable HttpTotals http;
    private @Nullable GitHubTotals gitHub;
    private @Nullable CacheTotals caches;
    private @Nullable ProcessTotals processes;

    private long startMillis;
    private long startNanos;
    private long startHeap;
    private @Nullable ProcessStat startStat;
    private @Nullable PerfData startPerf;
    private @Nullable Long startIo;
    private @Nullable Integer exitCode;
    private boolean killed;
    private volatile long lineReadNanos;
    private @Nullable Failure failureAtEnd;
    private long startAllocated;

    /** Null until a command is recognised. */
    @Nullable
    String command;

    /** What a framework has named level by level. */
    private @Nullable CommandLevels levels;

    /** The program's name as its framework has it. */
    @Nullable
    String program;

    List<String> options = List.of();
    boolean namedByRule;

    /** Whether a framework was handed main's own arguments. */
    boolean isOwnLineRead;

    boolean commandEntered;
    boolean commandEnded;

    /** When the main method was entered; 0 when it was not, or before this recording. */
    long mainNanos;

    /** Whether it began with the process: what came before it is the JVM's start. */
    final boolean isFirst;

    /** Whether it is what happened in a while, and not a command as a whole. */
    boolean isPart;

    /** Whether the command's entry point was left without an exception. */
    boolean leftWell;

    long endNanos;
    long endHeap;

    @Nullable
    ProcessStat endStat;

    @Nullable
    PerfData endPerf;

    @Nullable
    Long endIo;

    /** Bytes that all threads allocated during the command. */
    @Nullable
    Long allocatedBytes;

    @Nullable
    Integer commandExitCode;

    @Nullable
    Failure failure;

    /** What a framework last found wrong with the command line. */
    @Nullable
    WrongUsage wrongUsage;

    /** What a framework reads as the command line. */
    @Nullable
    Object words;

    /** The first one of a process starts again when main is entered, so here it reads no files. */
    Recording(List<Rule> rules, Clock clock, boolean isFirst) {
        this.rules = rules;
        this.byRule = new Totals[rules.size()];
        this.isFirst = isFirst;
        this.contention = new ContentionMeter(clock);
        begin(clock);
        if (!isFirst) {
            start(clock);
        }
    }

    /** The sub-command that a framework reports as a level: nothing for the same as before; after a space, one below that. */
    String levelBelow(String level) {
        String known = command == null ? "" : command;
        if (level.isEmpty()) {
            return known;
        }
        if (level.charAt(0) == ' ') {
            return known.isEmpty() ? level.substring(1) : known.concat(level);
        }
        if (levels == null || known.isEmpty()) {
            levels = new CommandLevels();
        }
        return levels.with(level, known);
    }

    /** Whether a framework that reads level by level has come to a sub-command of what is known. */
    boolean isMoreOfCommand(String wanted) {
        String known = command;
        return known != null
                && !namedByRule
                && !commandEnded
                && (wanted.equals(known) || wanted.startsWith(known.concat(" ")));
    }

    /** A framework has read the command line, or refused it. */
    void lineRead(@Nullable WrongUsage wrong, long nanos) {
        wrongUsage = wrong;
        lineReadNanos = lineReadNanos == 0 ? nanos : lineReadNanos;
    }

    /** When one first did, by {@link System#nanoTime}; 0 when none did. */
    public long lineReadNanos() {
        return lineReadNanos;
    }

    /** Time, heap and the rest count from now. */
    void start(Clock clock) {
        startStat = ProcessStat.now();
        startIo = Machine.ioOperations();
        startPerf = isFirst ? null : PerfData.of(startStat);
        contention.start(startStat);
        begin(clock);
    }

    private void begin(Clock clock) {
        startHeap = clock.heapBytes();
        startAllocated = clock.allAllocatedBytes();
        startMillis = clock.millis();
        startNanos = clock.nanos();
        heap.seen(startHeap, startNanos);
    }

    /** The command is over; the first call counts. */
    void end(Clock clock) {
        if (commandEnded) {
            return;
        }
        commandEnded = true;
        endNanos = clock.nanos();
        contention.end();
        endHeap = clock.heapBytes();
        heap.seen(endHeap, endNanos);
        endStat = ProcessStat.now();
        endIo = Machine.ioOperations();
        long allocated = clock.allAllocatedBytes();
        allocatedBytes = startAllocated < 0 || allocated < 0 ? null : Long.valueOf(allocated - startAllocated);
        endPerf = PerfData.of(endStat);
    }

    /**
     * How it all ended.
     *
     * @param code of the process, or of the command where the process goes on; null when unknown
     * @param bySignal whether a signal ended the process
     * @param why the exception; null for none
     */
    synchronized void endsWith(@Nullable Integer code, boolean bySignal, @Nullable Failure why) {
        exitCode = code;
        killed = bySignal;
        failureAtEnd = why;
        WrongUsage wrong = wrongUsage;
        if (wrong != null) {
            boolean asksWhy = code != null && !bySignal && (code != 0 || hasFailed() || wrong.endsRun());
            if (why == null ? asksWhy : why.type().equals(wrong.failure().type())) {
                failureAtEnd = wrong.failure(); // without the words in it
            }
        }
    }

    private boolean hasFailed() {
        return commandExitCode != null && commandExitCode != 0;
    }

    synchronized @Nullable Integer exitCode() {
        return exitCode;
    }

    /** See {@link #endsWith}. */
    synchronized Outcome outcome() {
        if (killed) {
            return Outcome.KILLED;
        }
        // An exit code that nobody saw is no good one, unless the command came back by itself.
        boolean wellLeft = exitCode == null ? leftWell : exitCode == 0;
        return wellLeft && !hasFailed() && failureAtEnd == null ? Outcome.SUCCESS : Outcome.ERROR;
    }

    synchronized @Nullable Failure failureAtEnd() {
        return failureAtEnd;
    }

    /** The totals of the phase or operation of that rule. */
    public Totals totals(int rule) {
        Totals totals = byRule[rule];
        return totals == null ? createTotals(rule) : totals;
    }

    private synchronized Totals createTotals(int rule) {
        Rule what = rules.get(rule);
        Totals totals = totals(what.name(), what instanceof Rule.Operation);
        byRule[rule] = totals;
        return totals;
    }

    /** The totals of the phase or operation of that name. */
    public synchronized Totals totals(String wanted, boolean isOperation) {
        Map<String, Totals> all = isOperation ? operations : phases;
        String name = NameLimit.of(wanted, all, MOST_PHASES);
        Totals totals = all.get(name);
        if (totals == null) {
            totals = new Totals(name, isOperation);
            all.put(name, totals);
        }
        return totals;
    }

    /** Whether a phase was entered. */
    public synchronized boolean hasPhases() {
        return !phases.isEmpty();
    }

    /** The heap in use now, for peak and average. */
    public void seeHeap(long bytes, long nanos) {
        heap.seen(bytes, nanos);
    }

    /** Looks at how busy the machine is, and who else has threads. */
    public void seeMachine() {
        contention.look();
    }

    /** A value to keep: the last one under a name counts. */
    public synchronized void capture(String name, Object value) {
        contextValues().keep(name, value);
    }

    /** What a call of a rule's method had for that name: a value, or the reason why there is none. */
    public synchronized void capture(int rule, String name, @Nullable Object value, @Nullable String lack) {
        contextValues().found(rule, name, value, lack);
    }

    private ContextValues contextValues() {
        if (context == null) {
            context = new ContextValues();
        }
        return context;
    }

    synchronized Map<String, Object> context() {
        return context == null ? Map.of() : context.values();
    }

    /** Made at the first call: a run pays only for what it uses. */
    public synchronized HttpTotals http() {
        if (http == null) {
            http = new HttpTotals();
        }
        return http;
    }

    /** Likewise. */
    public synchronized GitHubTotals gitHub() {
        if (gitHub == null) {
            gitHub = new GitHubTotals();
        }
        return gitHub;
    }

    /** Likewise. */
    public synchronized CacheTotals caches() {
        if (caches == null) {
            caches = new CacheTotals();
        }
        return caches;
    }

    /** Likewise. */
    public synchronized ProcessTotals processes() {
        if (processes == null) {
            processes = new ProcessTotals();
        }
        return processes;
    }

    synchronized List<HttpHost> httpHosts() {
        return http == null ? List.of() : http.hosts();
    }

    synchronized @Nullable GitHubApi gitHubApi(long now) {
        return gitHub == null ? null : gitHub.api(now, operations());
    }

    synchronized List<Cache> cachesRead() {
        return caches == null ? List.of() : caches.read();
    }

    synchronized List<ProcessUse> processUses(long now) {
        return processes == null ? List.of() : processes.uses(now);
    }

    synchronized List<Totals> phases() {
        return phases.isEmpty() ? List.of() : new ArrayList<>(phases.values());
    }

    synchronized List<Totals> operations() {
        return new ArrayList<>(operations.values());
    }

    /** Entries by rule index, for those that were entered. */
    public synchronized Map<Integer, Long> callsByRule() {
        Map<Integer, Long> calls = new HashMap<>();
        for (int i = 0; i < byRule.length; i++) {
            Totals totals = byRule[i];
            if (totals != null) {
                calls.put(i, totals.count());
            }
        }
        if (context != null) {
            calls.putAll(context.callsByRule());
        }
        return Collections.unmodifiableMap(calls);
    }

    /** Why no value was kept, by the index of the rules whose methods were called and had none. */
    public synchronized Map<Integer, String> withoutValue() {
        return context == null ? Map.of() : context.lacks();
    }

    long startMillis() {
        return startMillis;
    }

    long startNanos() {
        return startNanos;
    }

    long startHeap() {
        return startHeap;
    }

    @Nullable
    Double cpuMs() {
        return startStat == null || endStat == null ? null : Double.valueOf(endStat.cpuMs() - startStat.cpuMs());
    }

    /** The JVM's counters when the command began; null for the first one, in which they begin at 0. */
    @Nullable
    PerfData startPerf() {
        return startPerf;
    }

    @Nullable
    Long ioOperations() {
        return startIo == null || endIo == null ? null : Long.valueOf(endIo - startIo);
    }
}
