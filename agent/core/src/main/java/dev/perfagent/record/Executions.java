package dev.perfagent.record;

import dev.perfagent.run.Failure;
import dev.perfagent.run.Outcome;
import dev.perfagent.settings.Rule;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows which execution is going on: at first that of the whole process, from the first recognised command on that of the
 * outermost command. What happens after a command, up to the next one or the end, belongs to it.
 */
public final class Executions {
    /** Recording an end takes milliseconds, on a busy machine longer; a disk that hangs holds the application up no longer. */
    private static final long MOST_WAIT_NANOS = 2_000_000_000L;

    private final List<Rule> rules;
    private final Clock clock;
    private final @Nullable String mainClass;
    private final Listener listener;

    private volatile Recording current;
    private int depth;
    private int commands;
    private final @Nullable String script;
    private boolean mainEntered;
    private boolean mainReturned;
    private boolean mainObjectUnmade;
    private boolean ended;
    private boolean finished;
    private @Nullable Integer recordedCode;
    private boolean mainSeen;
    private boolean isAttached;
    private String @Nullable [] mainArguments;

    /** About to halt the process with an exit code that a verdict asks for. */
    private volatile @Nullable Thread haltsForUs;

    private final Exits exits = new Exits();
    private @Nullable Failure mainFailure;

    /** What becomes of executions. */
    public interface Listener {
        /** A recording is complete. */
        void finished(Recording recording);

        /** The one that was finished last has ended otherwise after all: the application halted the process meanwhile. */
        void corrected(int exitCode, Outcome outcome);

        /** The exit code with which the process is to end where it would end with 0; 0 to leave that. */
        int exitCode();
    }

    /**
     * With nothing recorded yet.
     *
     * @param mainClass name with dots; null when unknown
     * @param script the script that the main class runs, as it was typed; null when the main class is the application's own
     */
    public Executions(
            List<Rule> rules, Clock clock, @Nullable String mainClass, @Nullable String script, Listener listener) {
        this.rules = rules;
        this.clock = clock;
        this.mainClass = mainClass;
        this.script = script;
        this.listener = listener;
        this.current = new Recording(rules, clock, true);
    }

    public Recording current() {
        return current;
    }

    /** The JVM runs already: main was entered before, and what goes on until the next command is no command as a whole. */
    public synchronized void attached() {
        isAttached = true;
        mainSeen = true;
        mainEntered = true;
        current = new Recording(rules, clock, false);
        current.isPart = true;
    }

    /**
     * The main method is entered: a process in which no command is recognised counts from here.
     *
     * @param arguments its arguments, which are compared and never recorded; null when it has none
     */
    public synchronized void mainEntered(String @Nullable [] arguments) {
        if (!mainSeen && arguments != null) {
            mainArguments = arguments.clone();
        }
        mainSeen = true;
        if (!mainEntered && commands == 0) {
            mainEntered = true;
            current.start(clock);
            current.contention.mainEntered();
            current.mainNanos = current.startNanos();
        }
    }

    /** A static initialiser of the main class ended with that; the launcher then ends the process, without a call of main. */
    public synchronized void mainClassFailed(Throwable thrown) {
        if (!mainSeen) {
            mainLeft(thrown);
        }
    }

    /** The constructor of the main class was entered, or has ended; if it throws, the launcher ends the process with 1. */
    public synchronized void mainObjectMade(boolean isMade) {
        mainObjectUnmade = !isMade && !mainSeen;
    }

    public synchronized void mainLeft(@Nullable Throwable thrown) {
        mainReturned = true;
        if (thrown != null) {
            mainFailure = failure(thrown);
        }
    }

    /**
     * A command's entry point is entered.
     *
     * @param program the program's name as the framework has it; null when it has none
     * @param ruled the name a rule gives the command; null when a framework entered it
     */
    public void commandEntered(@Nullable String program, @Nullable String ruled) {
        Recording finished = null;
        synchronized (this) {
            if (depth++ == 0) {
                if (current.commandEntered || current.isPart) {
                    finished = current;
                    finished.end(clock);
                    current = new Recording(rules, clock, false);
                } else {
                    current.start(clock);
                }
                current.commandEntered = true;
                current.program = program;
                commands++;
            }
            if (ruled != null && !current.namedByRule) {
                current.command = ruled;
                current.namedByRule = true;
            }
        }
        if (finished != null) {
            finished.leftWell |= finished.isPart;
            finished.endsWith(finished.commandExitCode, false, finished.failure);
            listener.finished(finished);
        }
    }

    /** A command's entry point is left. */
    public synchronized void commandLeft(@Nullable Integer exitCode, @Nullable Throwable thrown) {
        if (thrown != null) {
            commandFailed(thrown);
        }
        if (--depth == 0) {
            current.leftWell = thrown == null;
            current.commandExitCode = exitCode;
            current.end(clock);
        }
    }

    /** The exception with which the user's code ended a command, though the framework may swallow it. */
    public synchronized void commandFailed(Throwable thrown) {
        if (current.failure == null) {
            current.failure = failure(thrown);
        }
    }

    /**
     * A framework begins to read words. A program may read others than its own command line, such as a file of settings or
     * what it hands to a library. So the first framework that is handed main's own arguments wins.
     *
     * @param words an array or list of text
     * @return whether their names count
     */
    public synchronized boolean wordsCount(Object words) {
        if (script != null && has(words, script)) {
            return false; // the command line of what runs the script
        }
        boolean own = mainArguments != null && isText(words, mainArguments);
        if (own && !current.isOwnLineRead) {
            current.isOwnLineRead = true;
            current.wrongUsage = null;
            if (!current.namedByRule && !current.commandEnded) {
                current.command = null;
                current.options = List.of();
            }
        }
        boolean count = own || !current.isOwnLineRead;
        if (count) {
            current.words = words;
        }
        return count;
    }

    private static boolean has(Object words, String word) {
        List<?> all = words instanceof String[] array
                ? Arrays.asList(array)
                : words instanceof List<?> list ? list : List.of();
        return all.contains(word);
    }

    private static boolean isText(Object words, String[] text) {
        if (words instanceof String[] array) {
            return Arrays.equals(array, text);
        }
        return words instanceof List<?> list && list.size() == text.length && Arrays.equals(list.toArray(), text);
    }

    /**
     * A framework has read the command line.
     *
     * @param program the program's name; for a level, empty is the same as before
     * @param named sub-commands joined by a space; empty when there are none. For a level, empty is the same command as before,
     *     and one that begins with a space is a sub-command of it
     * @param options names of the options given
     * @param isLevel whether it is still at it, and knew less before: some say the names level by level
     */
    public synchronized void commandNamed(String program, String named, List<String> options, boolean isLevel) {
        // A command may parse words of its own by a framework, as JUnit's console does: the outermost program is what
        // was started.
        boolean first = depth <= 1 && current.command == null && !current.commandEnded;
        boolean asBefore = isLevel && program.isEmpty();
        if (current.program == null || first && !current.commandEntered && !asBefore) {
            current.program = program;
        }
        String command = isLevel ? current.levelBelow(named) : named;
        List<String> all = isLevel ? CommandLevels.joined(current.options, options) : options;
        if (current.command == null && !current.commandEnded) {
            current.command = command.isEmpty() ? null : command;
            current.options = all.isEmpty() ? current.options : all;
        } else if (isLevel && current.isMoreOfCommand(command)) {
            current.command = command;
            current.options = all;
        } else if (current.namedByRule && current.options.isEmpty()) {
            current.options = options;
        }
    }

    /**
     * A framework has read the command line, or refused it.
     *
     * @param refusal the exception that says what is wrong with it; null when nothing is
     */
    public synchronized void commandLineRead(@Nullable Throwable refusal) {
        if (depth <= 1 && !current.commandEnded) {
            current.lineRead(
                    refusal == null ? null : WrongUsage.of(refusal, current.words, mainArguments), clock.nanos());
        }
    }

    /** The running thread is about to end the process with that status. */
    public void exiting(int status) {
        exits.add(Thread.currentThread(), status);
        if (status == 1 && isBeforeMain()) {
            launchFailed(LaunchFailure.of(mainClass));
        }
    }

    private synchronized boolean isBeforeMain() {
        return !mainSeen && mainFailure == null && commands == 0;
    }

    private synchronized void launchFailed(@Nullable Throwable why) {
        if (why != null) {
            mainFailure = failure(why);
        }
    }

    /**
     * The running thread is about to halt the process with that status, be it from a shutdown hook of the application's while the
     * end is being recorded, or after that: then the record is corrected.
     *
     * @return the status with which to halt
     */
    public Integer halting(int status) {
        if (Thread.currentThread() == haltsForUs) {
            return status;
        }
        int decided = exits.halting(status);
        end(false);
        Recording last;
        Integer code;
        synchronized (this) {
            awaitFinished();
            code = lastExitCode();
            last = current;
            if (!finished || code == null || code.equals(recordedCode)) {
                return instead(decided);
            }
            recordedCode = code;
            finished = false;
            endsWith(last, code);
        }
        try {
            listener.corrected(code, last.outcome());
        } finally {
            isFinished();
        }
        return instead(decided);
    }

    private Integer instead(int status) {
        Integer other = insteadOfExit(status);
        return other == null ? Integer.valueOf(status) : other;
    }

    private void endsWith(Recording last, @Nullable Integer code) {
        last.endsWith(code, exits.isBySignal(), last.failure == null ? mainFailure : last.failure);
    }

    private synchronized void isFinished() {
        finished = true;
        notifyAll();
    }

    /**
     * Finishes what is going on. Only the first call does that. Later calls wait until it is done, but not for ever.
     *
     * @param goesOn whether the process does, unmeasured: of a command that is not over, only a part was seen
     */
    public void end(boolean goesOn) {
        Recording last;
        synchronized (this) {
            if (ended) {
                awaitFinished();
                return;
            }
            ended = true;
            last = current;
            last.isPart |= goesOn && !last.commandEnded;
            last.leftWell |= last.isPart;
            last.end(clock);
            recordedCode = lastExitCode();
            endsWith(last, recordedCode);
        }
        try {
            listener.finished(last);
        } finally {
            isFinished();
        }
    }

    /** The status with which to halt in place of that one; null to leave it, as any that is not a success. */
    @Nullable
    Integer insteadOfExit(int status) {
        int other = Exits.seen(status) == 0 ? listener.exitCode() : 0;
        return other == 0 ? null : Integer.valueOf(other);
    }

    /**
     * The last step of a JVM whose main method returned and whose last thread has ended: all shutdown hooks are done, ours too,
     * and nothing of the application runs any more but daemon threads.
     */
    public void shutDown() {
        Integer status = insteadOfReturn();
        if (status != null) {
            haltsForUs = Thread.currentThread();
            Runtime.getRuntime().halt(status);
        }
    }

    /** The status with which to halt where the JVM would end by itself now; null to leave that. */
    private synchronized @Nullable Integer insteadOfReturn() {
        return mainReturned && mainFailure == null ? insteadOfExit(0) : null;
    }

    /** Called when the JVM is about to halt though the end is being recorded on another thread. */
    private void awaitFinished() {
        long until = System.nanoTime() + MOST_WAIT_NANOS;
        try {
            for (long left = MOST_WAIT_NANOS; !finished && left > 0; left = until - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Integer lastExitCode() {
        if ((commands > 1 || isAttached) && current.commandExitCode != null) {
            return current.commandExitCode;
        }
        if (exits.isKnown()) {
            return exits.status();
        }
        if (mainObjectUnmade) {
            return 1;
        }
        return mainReturned ? Integer.valueOf(mainFailure == null ? 0 : 1) : null;
    }

    private static Failure failure(Throwable thrown) {
        return new Failure(thrown.getClass().getName(), ThrownMessage.of(thrown));
    }
}
