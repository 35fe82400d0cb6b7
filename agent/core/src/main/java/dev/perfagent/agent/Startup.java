package dev.perfagent.agent;

import dev.perfagent.hook.BootHandoff;
import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import dev.perfagent.launch.AgentOptions;
import dev.perfagent.launch.CoreLoader;
import dev.perfagent.launch.PerfAgent;
import dev.perfagent.machine.Machine;
import dev.perfagent.machine.TerminalText;
import dev.perfagent.observe.Recorder;
import dev.perfagent.observe.Sampler;
import dev.perfagent.plan.JdkClients;
import dev.perfagent.plan.LoaderKind;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanKey;
import dev.perfagent.plan.PlanStore;
import dev.perfagent.record.StartFacts;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Connects the parts, in the order in which data flows. Every class that is loaded here costs each start a third of a ms. */
final class Startup implements BiConsumer<AgentOptions, Instrumentation> {
    static {
        if (Startup.class.getClassLoader() instanceof CoreLoader loader) {
            loader.register(new Startup());
        }
    }

    private static final String PLANS = "plans";
    private static final String SHUTDOWN = "java.lang.Shutdown";

    private Startup() {}

    @Override
    public void accept(AgentOptions options, Instrumentation instrumentation) {
        ClassPreloader preloader = ClassPreloader.begin();
        try {
            start(options, instrumentation, preloader);
        } finally {
            if (preloader != null) {
                preloader.goOn();
            }
        }
    }

    private static void start(
            AgentOptions options, Instrumentation instrumentation, @Nullable ClassPreloader preloader) {
        File jar = PerfAgent.jar();
        StartFacts facts = new StartFacts(PerfAgent.version(), options.labels());
        String javaCommand = System.getProperty("sun.java.command");
        String[] jvmOptions = Machine.jvmOptions();
        String toolOptions = SkippedJvms.toolOptions();
        if (SkippedJvms.is(javaCommand, jvmOptions, toolOptions)) {
            return;
        }
        Home home = Home.resolve(options.home(), System.getenv());
        AgentLog log = new AgentLog(home);
        if (SkippedJvms.isEndangered(Runtime.version().feature(), jvmOptions, toolOptions)) {
            log.report("this run is not measured: " + SkippedJvms.DANGER);
            return;
        }
        try {
            if (SkippedJvms.isTraining(jvmOptions, toolOptions)) {
                if (CacheTraining.isWanted()) {
                    CacheTraining.begin(options, jar, new PlanStore(home.resolve(PLANS)), instrumentation, log);
                }
                return;
            }
            boolean hasCompany = SkippedJvms.hasCompany(jvmOptions, toolOptions);
            boolean mayHaveCache = SkippedJvms.mayHaveCache(Runtime.version().feature(), jvmOptions, toolOptions);
            AgentOutput output = new AgentOutput(home, log, System.err, options.quiet());
            connect(options, jar, output, facts, instrumentation, javaCommand, hasCompany, mayHaveCache, preloader);
        } catch (Throwable failure) {
            if (failure instanceof RuntimeException denied && isDenied(denied)) {
                throw denied; // most likely agent.log is denied as well; the entry point says it on stderr
            }
            log.report("the agent could not start; this run is not measured, or only in part", failure);
        }
        facts.over();
    }

    /** Asked here and not by a catch clause, whose exception is loaded in each run. */
    private static boolean isDenied(RuntimeException failure) {
        return failure instanceof SecurityException;
    }

    /**
     * @param hasCompany see {@link SkippedJvms#hasCompany}
     * @param mayHaveCache see {@link SkippedJvms#mayHaveCache}
     */
    private static void connect(
            AgentOptions options,
            File jar,
            AgentOutput output,
            StartFacts facts,
            Instrumentation instrumentation,
            @Nullable String javaCommand,
            boolean hasCompany,
            boolean mayHaveCache,
            @Nullable ClassPreloader preloader)
            throws IOException, ReflectiveOperationException {
        if (SkippedJvms.isJar(javaCommand, jar)) {
            return;
        }
        String classPath = System.getProperty("java.class.path", "");
        PlanStore plans = new PlanStore(output.home().resolve(PLANS));
        output.home().make(); // in a folder of the class path it changes that, whose time is in the key
        PlanKey key = PlanKey.of(PerfAgent.version(), jar, options.config(), javaCommand, classPath);
        ColdPath cold = null;
        Plan plan = plans.load(key);
        if (plan == null) {
            cold = new ColdPath(jar, classPath);
            plan = cold.plan(options.config(), javaCommand);
        } else {
            facts.planFound(key.agentId());
        }
        List<String> problems = report(options, plan, output);

        WeavingTransformer transformer = new WeavingTransformer(plan, jar, classPath, output.log(), facts);
        if (cold != null) {
            transformer.weaveBy(cold);
        }
        PlanUpdate update = new PlanUpdate(output, options.config(), problems, plans, key, transformer);
        RunEnd end = new RunEnd(output, options.alerts(), plan, update);
        facts.scoresIn(output.home().resolve(Home.SCORES));
        Recorder recorder = new Recorder(plan.settings(), plan.application(), facts, end);

        TransformerRemoval removal = null;
        if (cold == null && plan.coverage().isComplete() && !hasCompany) {
            Map<String, LoaderKind> awaited = plan.classes().wovenClasses();
            removal = new TransformerRemoval(instrumentation, transformer, facts, plan.coverage(), awaited);
            if (plan.coverage().unusedClients().isEmpty()) {
                awaited.remove(JdkClients.SETTINGS);
            } else {
                UnusedClients clients =
                        new UnusedClients(instrumentation, removal, plan.coverage(), awaited, output.log());
                removal.leaveTo(clients);
                recorder.whenNetworkSettingIsRead(clients);
            }
            transformer.mayLeave(removal);
        }
        instrumentation.addTransformer(transformer, true);
        Class.forName(SHUTDOWN, false, null); // and so woven, unless it is loaded already
        boolean isCached = !hasCompany && !transformer.hasWoven();
        if (isCached || !hasCompany && mayHaveCache) {
            weaveCached(instrumentation, transformer, output.log(), cold == null && !isCached);
        }
        BootHandoff.offer(plan.handoffClass());
        // After the transformer: adding a hook loads java.lang.Shutdown, which is to be woven.
        Runtime.getRuntime().addShutdownHook(new EndOfProcess(recorder, output.log(), instrumentation, transformer));
        boolean first = BootHandoff.connect(instrumentation, plan.handoffClass(), plan.receiverClass(), recorder);
        if (hasCompany || !first && !isCached) {
            LoadedClasses.weaveAgain(instrumentation, transformer, output.log(), "");
        }
        if (preloader != null && cold == null && javaCommand != null && !hasCompany && !mayHaveCache) {
            preloader.thenLoad(plan.earlyClasses(javaCommand));
        }
        startSampling(recorder, plan.settings().keepsRuns(), removal, output.log(), preloader);
    }

    private static void startSampling(
            Recorder recorder,
            boolean keepsRuns,
            @Nullable TransformerRemoval removal,
            AgentLog log,
            @Nullable ClassPreloader preloader) {
        if (keepsRuns) {
            Sampler sampler = new Sampler(recorder, removal);
            if (removal != null) {
                removal.wakes(sampler);
            }
            if (preloader == null) {
                sampler.start();
            } else {
                preloader.thenStart(sampler, log);
            }
        }
        String stacks = System.getenv("PERF_AGENT_STACKS");
        if (stacks != null) {
            StackSampler.begin(stacks, log);
        }
    }

    /**
     * Weaves what an AOT cache has brought; none of it runs yet.
     *
     * @param isTrained whether the cache was made in a run with the agent, see {@link CacheTraining}, and there is a plan
     */
    private static void weaveCached(
            Instrumentation instrumentation, WeavingTransformer transformer, AgentLog log, boolean isTrained) {
        Plan plan = transformer.plan();
        if (isTrained && plan.coverage().isComplete()) {
            Set<String> names = plan.classes().wovenClasses().keySet();
            names.remove(SHUTDOWN.replace('.', '/'));
            LoadedClasses.weaveAgain(instrumentation, names, log);
        } else {
            LoadedClasses.weaveAgain(instrumentation, transformer, log, transformer.hasWoven() ? SHUTDOWN : "");
        }
    }

    /** Reports what is wrong in options, configuration and home. */
    private static List<String> report(AgentOptions options, Plan plan, AgentOutput output) {
        String unusable = plan.settings().keepsRuns() ? output.home().problem() : null;
        if (unusable == null && options.problems().isEmpty() && plan.problems().isEmpty()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>(options.problems());
        problems.addAll(plan.problems());
        if (unusable != null) {
            problems.add(unusable);
        }
        StringBuilder text = new StringBuilder();
        for (String problem : problems) {
            output.log().report(problem);
            text.append("perf-agent: ")
                    .append(TerminalText.escape(problem, true))
                    .append(System.lineSeparator());
        }
        if (!output.quiet()) {
            output.console().print(text);
            output.console().flush();
        }
        return problems;
    }
}
