package dev.perfagent.agent;

import dev.perfagent.hook.BootHandoff;
import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import dev.perfagent.launch.AgentOptions;
import dev.perfagent.launch.Attachment;
import dev.perfagent.launch.PerfAgent;
import dev.perfagent.machine.Machine;
import dev.perfagent.observe.Recorder;
import dev.perfagent.observe.Sampler;
import dev.perfagent.plan.Plan;
import dev.perfagent.record.StartFacts;
import dev.perfagent.run.Run;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures a JVM that runs already, until it is asked to end. It connects the same parts as {@link Startup}, uses no plan and
 * judges nothing. At the end classes are as they were; only the hand-off class stays loaded, and does nothing.
 *
 * @see Attachment
 */
public final class AttachedMeasurement implements Attachment.Measurement {
    /** How often it looks whether its end is asked for. */
    private static final long PERIOD_MILLIS = 100;

    private @Nullable Restoring restoring;
    private @Nullable RunEnd end;
    private boolean isOver;

    /** Called reflectively. */
    public AttachedMeasurement() {}

    @Override
    public synchronized List<String> begin(
            AgentOptions options, File jar, Instrumentation instrumentation, long mostMillis, File ending)
            throws IOException, ReflectiveOperationException {
        StartFacts facts = new StartFacts(PerfAgent.version(), options.labels());
        facts.attached();
        String javaCommand = System.getProperty("sun.java.command");
        refuse(javaCommand, jar);
        Home home = Home.resolve(options.home(), Map.of());
        String unusable = home.problem();
        if (unusable != null) {
            throw new IllegalStateException(unusable);
        }
        AgentOutput output = new AgentOutput(home, new AgentLog(home), System.err, true);
        ColdPath cold = new ColdPath(jar, System.getProperty("java.class.path", ""));
        Plan plan = cold.plan(options.config(), javaCommand);
        List<String> problems = new ArrayList<>(options.problems());
        problems.addAll(plan.problems());
        try {
            connect(plan, cold, problems, facts, output, options, instrumentation);
            facts.over();
            endAfter(mostMillis, ending);
        } catch (Throwable failure) {
            finish();
            throw failure;
        }
        return problems;
    }

    private static void refuse(@Nullable String javaCommand, File jar) throws IOException {
        String[] jvmOptions = Machine.jvmOptions();
        String toolOptions = SkippedJvms.toolOptions();
        if (SkippedJvms.is(javaCommand, jvmOptions, toolOptions)
                || SkippedJvms.isTraining(jvmOptions, toolOptions)
                || SkippedJvms.isJar(javaCommand, jar)) {
            throw new IllegalStateException("it is a tool of the JDK, perf-agent itself, or writes a class archive");
        }
        if (SkippedJvms.isEndangered(Runtime.version().feature(), jvmOptions, toolOptions)) {
            throw new IllegalStateException(SkippedJvms.DANGER);
        }
    }

    private void connect(
            Plan plan,
            ColdPath cold,
            List<String> problems,
            StartFacts facts,
            AgentOutput output,
            AgentOptions options,
            Instrumentation instrumentation)
            throws IllegalAccessException {
        AgentLog log = output.log();
        WeavingTransformer transformer =
                new WeavingTransformer(plan, PerfAgent.jar(), System.getProperty("java.class.path", ""), log, facts);
        transformer.weaveBy(cold);
        PlanUpdate update = new PlanUpdate(output, options.config(), problems, null, null, transformer);
        RunEnd runEnd = new RunEnd(output, false, plan, update);
        facts.scoresIn(output.home().resolve(Home.SCORES));
        Recorder recorder = new Recorder(plan.settings(), plan.application(), facts, runEnd);
        recorder.attached();
        end = runEnd;

        restoring = new Restoring(instrumentation, transformer, recorder, log);
        instrumentation.addTransformer(transformer, true);
        BootHandoff.offer(plan.handoffClass());
        Thread hook = new EndOfProcess(recorder, log, instrumentation, transformer);
        Runtime.getRuntime().addShutdownHook(hook);
        restoring.hook = hook;
        BootHandoff.connect(instrumentation, plan.handoffClass(), plan.receiverClass(), recorder);
        restoring.isConnected = true;
        LoadedClasses.weaveAgain(instrumentation, transformer, log, "");
        Sampler sampler = new Sampler(recorder, null);
        restoring.sampler = sampler;
        sampler.start();
    }

    /** Or when the end is asked for; should the tool be killed, nobody does. */
    private void endAfter(long millis, File ending) {
        Thread timer = new Thread(Machine.systemGroup(), null, "perf-agent-attached", 0, false) {
            @Override
            public void run() {
                boolean isFirst = awaitEnd(millis, ending);
                Attachment.answerEnd(ending, isFirst, end());
            }
        };
        timer.setDaemon(true);
        timer.setContextClassLoader(null);
        timer.start();
    }

    /** False when it has been ended in another way. */
    private synchronized boolean awaitEnd(long millis, File ending) {
        long until = System.nanoTime() + millis * 1_000_000;
        try {
            for (long left = millis;
                    !isOver && left > 0 && !ending.exists();
                    left = (until - System.nanoTime()) / 1_000_000) {
                wait(Math.min(left, PERIOD_MILLIS));
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return !isOver;
    }

    @Override
    public synchronized boolean isOver() {
        return isOver;
    }

    @Override
    public synchronized @Nullable String end() {
        finish();
        Run run = end == null ? null : end.stored();
        return run == null ? null : run.executionId();
    }

    private void finish() {
        if (isOver) {
            return;
        }
        isOver = true;
        notifyAll();
        Restoring made = restoring;
        if (made != null) {
            made.run();
        }
    }

    /** What has to be undone. */
    private static final class Restoring {
        private final Instrumentation instrumentation;
        private final WeavingTransformer transformer;
        private final Recorder recorder;
        private final AgentLog log;
        private boolean isConnected;
        private @Nullable Thread hook;
        private @Nullable Sampler sampler;

        Restoring(Instrumentation instrumentation, WeavingTransformer transformer, Recorder recorder, AgentLog log) {
            this.instrumentation = instrumentation;
            this.transformer = transformer;
            this.recorder = recorder;
            this.log = log;
        }

        void run() {
            instrumentation.removeTransformer(transformer);
            if (sampler != null) {
                sampler.interrupt();
            }
            if (isConnected) {
                recorder.detached();
                BootHandoff.disconnect();
            }
            LoadedClasses.restore(
                    instrumentation, transformer.plan().classes().wovenClasses().keySet(), log);
            try {
                if (hook != null) {
                    Runtime.getRuntime().removeShutdownHook(hook);
                }
            } catch (IllegalStateException ending) {
                return; // the process ends, and the hook runs
            }
        }
    }
}
