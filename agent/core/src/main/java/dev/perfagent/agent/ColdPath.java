package dev.perfagent.agent;

import dev.perfagent.application.Application;
import dev.perfagent.hook.BootHandoff;
import dev.perfagent.launch.IsolatedLoader;
import dev.perfagent.plan.ClassPath;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.plan.WeaverFactory;
import dev.perfagent.settings.Configuration;
import dev.perfagent.settings.Settings;
import dev.perfagent.settings.SettingsReader;
import dev.perfagent.threshold.Thresholds;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run without a plan, or with one that lacks a class, has to do: the parts behind the isolated loader, opened when they
 * are needed. The only place that knows their class names.
 */
final class ColdPath {
    private static final String READER = "dev.perfagent.config.ConfigReader";
    private static final String LISTER = "dev.perfagent.weave.ClassPathReader";
    private static final String WEAVERS = "dev.perfagent.weave.ClassWeaverFactory";

    private final File jar;
    private final String classPath;
    private @Nullable ClassLoader loader;
    private @Nullable Weaver weaver;
    private volatile boolean hasWoven;

    /** @param classPath with which the JVM was started */
    ColdPath(File jar, String classPath) {
        this.jar = jar;
        this.classPath = classPath;
    }

    /** A plan without any class yet. */
    Plan plan(@Nullable String configFolder, @Nullable String javaCommand)
            throws IOException, ReflectiveOperationException {
        List<String> problems = new ArrayList<>();
        Configuration configuration = configuration(configFolder, problems);
        Application application = Application.started(javaCommand);
        return Plan.first(
                configuration,
                application,
                problems,
                BootHandoff.handoffClass(),
                BootHandoff.receiverClass(),
                weaver(configuration.settings(), application, mayFail(configuration.thresholds()))
                        .watched());
    }

    private Configuration configuration(@Nullable String folder, List<String> problems)
            throws IOException, ReflectiveOperationException {
        if (folder == null) {
            return Configuration.standard();
        }
        return made(READER, SettingsReader.class).read(new File(folder), problems);
    }

    private static boolean mayFail(@Nullable Thresholds thresholds) {
        return thresholds != null && thresholds.notification().failOn() != null;
    }

    private synchronized Weaver weaver(Settings settings, Application application, boolean mayFail)
            throws IOException, ReflectiveOperationException {
        Weaver existing = weaver;
        if (existing != null) {
            return existing;
        }
        Weaver created = made(WEAVERS, WeaverFactory.class).weaver(settings, application.mainClass(), mayFail);
        weaver = created;
        return created;
    }

    /** See {@link Weaver#weave}. */
    byte @Nullable [] weave(Plan plan, @Nullable ClassLoader loader, String name, byte[] original)
            throws IOException, ReflectiveOperationException {
        Weaver ready = usedWeaver();
        if (ready == null) {
            ready = weaver(plan.settings(), plan.application(), mayFail(plan.thresholds()));
            for (RuleMatch match : plan.matches()) {
                if (match.isOfRefusedRule()) {
                    ready.refuse(match.rule());
                }
            }
        }
        if (hasWoven) {
            return ready.weave(loader, name, original);
        }
        // The library's static initialisers refer to one another in circles: the first use is one thread's alone.
        synchronized (this) {
            byte[] woven = ready.weave(loader, name, original);
            hasWoven = true;
            return woven;
        }
    }

    /** The weaver, if this run needed one. */
    synchronized @Nullable Weaver usedWeaver() {
        return weaver;
    }

    /** See {@link LauncherAgent}. */
    boolean meetsLauncherAgent() {
        return LauncherAgent.isIn(classPath);
    }

    /** See {@link PlanCompletion#complete}. */
    void complete(Plan plan, Weaver used, boolean hasCounters) throws IOException, ReflectiveOperationException {
        ClassPath.Reader reader = made(LISTER, ClassPath.Reader.class);
        new PlanCompletion(plan, used, reader, classPath).complete(hasCounters);
    }

    private <T> T made(String className, Class<T> type) throws IOException, ReflectiveOperationException {
        return Class.forName(className, true, loader())
                .asSubclass(type)
                .getConstructor()
                .newInstance();
    }

    private synchronized ClassLoader loader() throws IOException {
        ClassLoader existing = loader;
        if (existing != null) {
            return existing;
        }
        ClassLoader created = new IsolatedLoader(jar, ColdPath.class.getClassLoader());
        loader = created;
        return created;
    }
}
