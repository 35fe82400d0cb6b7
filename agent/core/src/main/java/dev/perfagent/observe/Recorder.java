package dev.perfagent.observe;

import dev.perfagent.application.Application;
import dev.perfagent.hook.Hooks;
import dev.perfagent.hook.Site;
import dev.perfagent.machine.ThreadSchedule;
import dev.perfagent.machine.ThreadUse;
import dev.perfagent.record.Clock;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Recording;
import dev.perfagent.record.RunAssembler;
import dev.perfagent.record.StartFacts;
import dev.perfagent.record.ThreadState;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Turns hook calls into runs.
 *
 * <p>A site's observer is made at its first call, so that a run pays only for what it uses.
 */
public final class Recorder implements Hooks, Executions.Listener {
    private static final long LEAST_ROOM = 8L * 1024 * 1024;

    private final Settings settings;
    private final Clock clock;
    private final Application application;
    private final StartFacts start;
    private final Listener listener;
    private final Executions executions;
    private final Observers observers;

    @SuppressWarnings("ThreadLocalUsage") // one recorder a process; several only in tests, which must not share it
    private final ThreadLocal<ThreadState> threads = new ThreadLocal<>();

    private final AtomicLong hookCalls = new AtomicLong();
    private @Nullable RunAssembler assembler;

    /** What comes out of a recorder. Both may be called on any thread of the application. */
    public interface Listener {
        /**
         * A run is finished.
         *
         * @param recording of which it was made
         */
        void finished(Run run, Recording recording);

        /** A hook failed; the application has not noticed. */
        void hookFailed(String hook, Throwable failure);

        /**
         * A run goes on. Called on the sampler's thread at once, after a moment, and then each second.
         *
         * @param soFar the run as it would be if it were killed now
         * @param lasts whether it has gone on for that moment; most runs do not
         */
        default void goesOn(Run soFar, boolean lasts) {}

        /** The run that was finished last has ended otherwise after all: the application halted the process meanwhile. */
        default void corrected(int exitCode, Outcome outcome) {}

        /** The exit code with which the process is to end where it would end with 0; 0 to leave that. */
        default int exitCode() {
            return 0;
        }
    }

    /** Records from now on. */
    public Recorder(Settings settings, Application application, StartFacts start, Listener listener) {
        this(settings, application, start, listener, new Clock());
    }

    Recorder(Settings settings, Application application, StartFacts start, Listener listener, Clock clock) {
        this.settings = settings;
        this.application = application;
        this.start = start;
        this.listener = listener;
        this.clock = clock;
        if (settings.observe().resources()) {
            clock.readSchedules();
        }
        this.executions = new Executions(settings.rules(), clock, application.mainClass(), application.script(), this);
        this.observers = new Observers(settings, executions, clock, start);
    }

    /** The JVM runs already, see {@link Executions#attached}. */
    public void attached() {
        executions.attached();
    }

    /** What is to be done when the JDK reads a network setting, on the thread that does. */
    public void whenNetworkSettingIsRead(Runnable then) {
        observers.whenNetworkSettingIsRead(then);
    }

    @Override
    public @Nullable Object entered(int site, @Nullable Object self, @Nullable Object argument) {
        if (!hasManager()) {
            return enter(site, self, argument);
        }
        return asOurselves(new PrivilegedAction<@Nullable Object>() {
            @Override
            public @Nullable Object run() {
                return enter(site, self, argument);
            }
        });
    }

    private @Nullable Object enter(int site, @Nullable Object self, @Nullable Object argument) {
        ThreadState thread = thread();
        if (isLeftOut(thread, site)) {
            return null;
        }
        hookCalls.lazySet(hookCalls.get() + 1); // a count for curiosity: not worth a contended write
        return observers.of(site).entered(thread, self, argument);
    }

    @Override
    public void exited(int site, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!hasManager()) {
            exit(site, token, result, thrown);
            return;
        }
        asOurselves(new PrivilegedAction<@Nullable Object>() {
            @Override
            public @Nullable Object run() {
                exit(site, token, result, thrown);
                return null;
            }
        });
    }

    private void exit(int site, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        ThreadState thread = thread();
        if (!isLeftOut(thread, site) || site == Site.OURS.number()) {
            observers.of(site).exited(thread, token, result, thrown);
        }
    }

    /** What a thread does for us is not the application's; but where it ends the process, that is the end. */
    private static boolean isLeftOut(ThreadState thread, int site) {
        return thread.isOurs
                && site != Site.EXIT.number()
                && site != Site.HALT.number()
                && site != Site.SHUTDOWN.number();
    }

    @Override
    public void failed(int site, Throwable failure) {
        int rule = Site.ruleOf(site);
        listener.hookFailed(
                rule < 0
                        ? Site.of(site).text()
                        : settings.rules().get(rule).section() + ": "
                                + settings.rules().get(rule).name(),
                failure);
    }

    @Override
    public void finished(Recording recording) {
        long from = clock.nanos();
        observers.settle();
        ThreadState thread = thread();
        thread.isOurs = true; // a program that gets the alerts is none of the application's
        try {
            listener.finished(assembler().run(recording, false, hookCalls.get(), from), recording);
        } finally {
            thread.isOurs = false;
        }
    }

    @Override
    public void corrected(int exitCode, Outcome outcome) {
        listener.corrected(exitCode, outcome);
    }

    /** The process ends: finishes what is going on. The first call counts. */
    public void processEnds() {
        end(false);
    }

    /** The process goes on unmeasured, see {@link Executions#end}. */
    public void detached() {
        end(true);
    }

    private void end(boolean goesOn) {
        if (!hasManager()) {
            executions.end(goesOn);
            return;
        }
        asOurselves(new PrivilegedAction<@Nullable Object>() {
            @Override
            public @Nullable Object run() {
                executions.end(goesOn);
                return null;
            }
        });
    }

    /** Whether the application has set a security manager, or was started with one; only JDKs before 24 have them. */
    @SuppressWarnings("removal")
    private static boolean hasManager() {
        return System.getSecurityManager() != null;
    }

    /** With our own permissions, whatever those of the code that is measured are. */
    @SuppressWarnings("removal")
    private static @Nullable Object asOurselves(PrivilegedAction<@Nullable Object> action) {
        return AccessController.doPrivileged(action);
    }

    @Override
    public int exitCode() {
        return listener.exitCode();
    }

    /** The run that goes on, as it would be if it were killed now. */
    public Run snapshot() {
        Recording recording = executions.current();
        return assembler().run(recording, true, hookCalls.get(), clock.nanos());
    }

    /** Informs the listener how the run that goes on stands; see {@link Listener#goesOn}. */
    void reportProgress(boolean lasts) {
        if (!hasRoom()) {
            return;
        }
        if (!hasManager()) {
            lookAtProgress(lasts);
            return;
        }
        asOurselves(new PrivilegedAction<@Nullable Object>() {
            @Override
            public @Nullable Object run() {
                lookAtProgress(lasts);
                return null;
            }
        });
    }

    private void lookAtProgress(boolean lasts) {
        try {
            listener.goesOn(snapshot(), lasts);
        } catch (RuntimeException
                | LinkageError failure) { // an application's own cache that cannot say its size, for example
            listener.hookFailed("looking at the run that goes on", failure);
        }
    }

    /** Whether the heap has room left for what is nice to have: on a full one every class load of ours may fail, and be seen. */
    boolean hasRoom() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - clock.heapBytes() > LEAST_ROOM;
    }

    /** Starts what is read of threads, where phases are to show what they use; takes some 10 ms. */
    void startThreadUse() {
        if (settings.observe().resources()
                && (hasPhases() || executions.current().hasPhases())) {
            clock.read(ThreadUse.start());
        }
    }

    private boolean hasPhases() {
        for (Rule rule : settings.rules()) {
            if (rule instanceof Rule.Phase) {
                return true;
            }
        }
        return false;
    }

    /** Looks at the heap in use, for peak and average. */
    public void sampleHeap() {
        executions.current().seeHeap(clock.heapBytes(), clock.nanos());
    }

    /** Looks at how busy the machine is, and who else has threads. */
    void lookAtMachine() {
        if (settings.observe().resources()) {
            executions.current().seeMachine();
        }
    }

    /** The sampler's thread has done what it does once in each run, and was asleep just now. */
    void onceAnywayIsDone() {
        if (settings.observe().resources()) {
            start.gauged(ThreadSchedule.ofItself());
        }
    }

    /**
     * The sampler's thread has looked at the heap once more; it looks at the thread that entered, too.
     *
     * @param isPlain whether it has done nothing else since the look before
     */
    void looked(boolean isPlain) {
        clock.lookAtThread();
        if (!settings.observe().resources()) {
            return;
        }
        boolean counts = start.needsLooks(); // it takes 0.1 to 0.2 ms of CPU time
        if (counts) {
            start.looked(ThreadSchedule.ofItself(), isPlain);
        }
        if (clock.lookAtOthers() && counts) {
            start.lookedElsewhere(ThreadSchedule.ofItself());
        }
    }

    /** What is kept for the running thread. */
    ThreadState thread() {
        ThreadState state = threads.get();
        if (state == null) {
            state = new ThreadState();
            threads.set(state);
        }
        return state;
    }

    private synchronized RunAssembler assembler() {
        if (assembler == null) {
            assembler = new RunAssembler(settings, application, clock, start);
        }
        return assembler;
    }
}
