package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.application.Application;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Severity;
import dev.perfagent.settings.Configuration;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import dev.perfagent.settings.Target;
import dev.perfagent.settings.ValuePath;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Channel;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.Notification;
import dev.perfagent.threshold.PhaseBudget;
import dev.perfagent.threshold.Rating;
import dev.perfagent.threshold.Scenario;
import dev.perfagent.threshold.Thresholds;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans to be kept and read again. */
final class Plans {
    static final String KEY = "the key of ünïcødé 😀";

    private static final String COMMAND = "org.example.Main --fast";

    private Plans() {}

    /** Every field has something in it, and where null is allowed, null stands somewhere too. */
    static Plan full() {
        Plan plan = Plan.first(
                new Configuration(settings(), thresholds()),
                new Application("org.example.Main", null, "title"),
                List.of("instrumentation.yml:1:2: 'phase' is missing", "benchmarks.yml:3:4: …"),
                new byte[] {1, 2, 3},
                new byte[] {},
                List.of("java/lang/Shutdown", "picocli/CommandLine*"));
        plan.restore(MatchCodec.write(List.of(
                new RuleMatch(0, "commands: export", "org.example.Export", List.of("call", "run"), null),
                new RuleMatch(RuleMatch.PROBE, "picocli", "picocli.CommandLine", List.of(), null))));
        plan.loadEarly(bytes("org.example.Main\norg.example.Pärt\n"), COMMAND);
        for (LoaderKind loader : LoaderKind.values()) {
            plan.classes().learn(loader, "org/example/Twin", bytes("one in " + loader), bytes("woven in " + loader));
        }
        plan.classes().learn(LoaderKind.OTHER, "org/example/Twin", bytes("two"), bytes("woven two"));
        plan.classes().learn(LoaderKind.OTHER, "org/example/Twin", bytes("three"), null);
        plan.classes().learn(LoaderKind.SYSTEM, "org/example/Nothing", bytes("nothing to do"), null);
        plan.classes().learn(LoaderKind.BOOT, "java/lang/Shutdown", bytes("shutdown"), new byte[40_000]);
        return plan;
    }

    /** As small as a plan is, told from others by that name. */
    static Plan small(String name) {
        Plan plan = Plan.first(
                Configuration.standard(),
                new Application(null, null, name),
                List.of(),
                new byte[0],
                new byte[0],
                List.of());
        plan.classes()
                .learn(LoaderKind.SYSTEM, "org/example/Main", bytes("original of " + name), bytes("woven of " + name));
        return plan;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Field by field; entries as they are found by a transformer. */
    static void assertSame(Plan actual, Plan expected) {
        assertThat(actual.settings()).isEqualTo(expected.settings());
        assertThat(actual.application()).isEqualTo(expected.application());
        assertThat(actual.problems()).isEqualTo(expected.problems());
        assertThat(actual.handoffClass()).isEqualTo(expected.handoffClass());
        assertThat(actual.receiverClass()).isEqualTo(expected.receiverClass());
        assertThat(actual.watched()).isEqualTo(expected.watched());
        assertThat(actual.matches()).isEqualTo(expected.matches());
        for (String command : List.of(COMMAND, "another")) {
            assertThat(actual.earlyClasses(command)).isEqualTo(expected.earlyClasses(command));
        }
        assertThat(actual.hasThresholds()).isEqualTo(expected.hasThresholds());
        assertThat(actual.thresholds().benchmarks())
                .isEqualTo(expected.thresholds().benchmarks());
        for (AlertType type : AlertType.values()) {
            assertThat(actual.thresholds().alerts().of(type))
                    .isEqualTo(expected.thresholds().alerts().of(type));
        }
        assertThat(actual.thresholds().notification())
                .isEqualTo(expected.thresholds().notification());
        assertThat(actual.classes().entries()).hasSameSizeAs(expected.classes().entries());
        for (ClassEntry entry : expected.classes().entries()) {
            assertThat(actual.classes().entries()).anySatisfy(other -> {
                assertThat(other.loader()).isEqualTo(entry.loader());
                assertThat(other.name()).isEqualTo(entry.name());
                assertThat(other.length()).isEqualTo(entry.length());
                assertThat(other.crc()).isEqualTo(entry.crc());
                assertThat(other.woven()).isEqualTo(entry.woven());
            });
        }
    }

    private static Settings settings() {
        return new Settings(
                "ghpm",
                null,
                List.of(
                        new Rule.Command("export", target("com.example.*", null, null, "call")),
                        new Rule.Phase("fetching", target(null, "com.example.Timed", null), 0),
                        new Rule.Phase("späte", target(null, null, "com.example.Renderer", "a*", "b"), 1.5),
                        new Rule.Operation("issue_fetch", target("A", "B", "C", "getIssues", "listIssues")),
                        new Rule.Context("count", target("A", null, null, "t"), new ValuePath(-1, true)),
                        new Rule.Context("size", target("A", null, null, "t"), new ValuePath(9, false))),
                Set.of("github.example.com", "other.example.com"),
                new ObservedKinds(true, false, true, false),
                false,
                7);
    }

    private static Target target(
            @Nullable String className, @Nullable String annotated, @Nullable String implementing, String... methods) {
        return new Target(className, annotated, implementing, List.of(methods));
    }

    private static Thresholds thresholds() {
        Map<AlertType, AlertPolicy> policies = new EnumMap<>(AlertType.class);
        int violations = 1;
        for (AlertType type : AlertType.values()) {
            boolean even = violations % 2 == 0;
            policies.put(
                    type,
                    new AlertPolicy(
                            even,
                            even ? null : Double.valueOf(violations * 10.5),
                            even ? null : (violations % 3 == 0 ? Severity.WARNING : Severity.CRITICAL),
                            violations,
                            even ? Set.of() : Set.of(Channel.LOG, Channel.COMMAND),
                            violations * 7.5,
                            even));
            violations++;
        }
        Map<Limit, Double> limits = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            limits.put(limit, 0.5 + limit.key().length());
        }
        limits.remove(Limit.BASELINE_MS);
        Budget all = new Budget(
                limits,
                Map.of("fetching", new PhaseBudget(1000.0, null), "späte", new PhaseBudget(null, 0.25)),
                List.of("java", "-jar", "x y.jar"));
        return new Thresholds(
                new Benchmarks(
                        "2024-12-01",
                        null,
                        Map.of("batch", all, "status", Budget.NONE),
                        List.of(
                                new Scenario("large", Map.of("task_count", 200.0, "size", 1.0), Rating.GOOD),
                                new Scenario("small", Map.of(), Rating.POOR))),
                new AlertPolicies(policies),
                new Notification(null, 7, List.of("notify", "--now")));
    }
}
