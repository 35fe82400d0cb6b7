package dev.perfagent.sample;

import dev.perfagent.application.Application;
import dev.perfagent.plan.CoverageGap;
import dev.perfagent.plan.LoaderKind;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanKey;
import dev.perfagent.plan.PlanStore;
import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.settings.Configuration;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import dev.perfagent.settings.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plan as a cold run keeps it. */
public final class SamplePlan {
    /** With phases that share a name, and problems. */
    public static final String KEY = key("/opt/perf-agent.jar", "/etc/x");

    private SamplePlan() {}

    /** Of a program that was measured with that jar, under that configuration folder. */
    public static String key(String jar, @Nullable String config) {
        String files = config == null
                ? ""
                : config + "/instrumentation.yml:812:17|" + config + "/benchmarks.yml:0:0|" + config
                        + "/alerts.yml:90:18|";
        return "0.1.0|" + jar + ":8555523:1795221049563|17.0.15+6|/usr/lib/jvm/java-17|null|" + files
                + "lib/ghpm.jar|lib/ghpm.jar:4096:1795221050951|";
    }

    /** Keeps one in that home, written at that time. */
    public static Path save(Path home, String name, String key, boolean keepsRuns, Instant written) throws IOException {
        Path folder = home.resolve("plans");
        Plan plan = plan(keepsRuns);
        plan.coverage().leaveOpen(CoverageGap.SUPERTYPES);
        new PlanStore(folder.toFile()).save(new PlanKey(name, key, "agent"), plan);
        Path file = folder.resolve(name + ".plan");
        Files.setLastModifiedTime(file, FileTime.from(written));
        return file;
    }

    /** Keeps one that knows all classes that are to be woven. */
    public static void saveComplete(Path home, String name) throws IOException {
        Plan plan = plan(true);
        plan.coverage().completed(List.of(), List.of());
        new PlanStore(home.resolve("plans").toFile()).save(new PlanKey(name, KEY, "agent"), plan);
    }

    private static Plan plan(boolean keepsRuns) {
        Target fetch = new Target("com.example.*", null, null, List.of("fetch*"));
        Target read = new Target(null, null, "com.example.Source", List.of("read"));
        Settings settings = new Settings(
                "ghpm",
                null,
                List.of(
                        new Rule.Phase("data_fetching", fetch, 0),
                        new Rule.Phase("data_fetching", read, 0),
                        new Rule.Operation("issue_fetch", fetch)),
                Set.of(),
                ObservedKinds.ALL,
                keepsRuns,
                90);
        Plan plan = Plan.first(
                new Configuration(settings, null),
                new Application("com.example.Main", "2.0.0", "GHPM"),
                List.of("/etc/x/alerts.yml:12:5: unknown key 'enabeld'; did you mean 'enabled'?"),
                new byte[10],
                new byte[20],
                List.of());
        plan.classes().learn(LoaderKind.SYSTEM, "com/example/Main", new byte[300], new byte[400]);
        plan.classes().learn(LoaderKind.SYSTEM, "com/example/Client", new byte[1000], new byte[1200]);
        plan.classes().learn(LoaderKind.SYSTEM, "com/example/Model", new byte[500], null);
        plan.classes().learn(LoaderKind.BOOT, "java/lang/Shutdown", new byte[800], new byte[900]);
        plan.learn(new Matches());
        return plan;
    }

    /** A weaver that has done its work. */
    private static final class Matches implements Weaver {
        @Override
        public byte @Nullable [] weave(@Nullable ClassLoader loader, String name, byte[] original) {
            throw new IllegalStateException("it is done");
        }

        @Override
        public List<RuleMatch> matches() {
            return List.of(
                    new RuleMatch(RuleMatch.PROBE, "main", "com.example.Main", List.of("main"), null),
                    new RuleMatch(0, "phases: data_fetching", "com.example.Client", List.of("fetchA", "fetchB"), null),
                    new RuleMatch(1, "phases: data_fetching", "com.example.Client", List.of("read"), null),
                    new RuleMatch(2, "api_clients: issue_fetch", "com.example.Client", List.of("fetchA"), null),
                    new RuleMatch(2, "api_clients: issue_fetch", "com.example.Model", List.of(), null));
        }

        @Override
        public List<String> watched() {
            return List.of("picocli/CommandLine*", "java/lang/Shutdown", "com/example/Main");
        }

        @Override
        public List<String> probes() {
            return List.of("main");
        }
    }
}
