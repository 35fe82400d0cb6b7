package dev.perfagent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.settings.CacheRole;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import dev.perfagent.settings.ValuePath;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleTest {
    private static final String PROJECT = "com.example.cli.Project";

    private final RecordingHandoff recording = RecordingHandoff.connected();

    /** RuleMatcher times methods unless it knows better; a new kind has to be decided on there. */
    @Test
    void thereIsNoOtherKindOfRule() {
        assertThat(Rule.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        Rule.Command.class,
                        Rule.Phase.class,
                        Rule.Operation.class,
                        Rule.Cache.class,
                        Rule.Context.class);
    }

    @Test
    void aLookUpInACacheHandsOverTheNameAndWhatWasFound() throws Exception {
        Target target = named(PROJECT, "total");
        loader(
                        new Rule.Cache("argument.1", target, CacheRole.LOOK_UP, ValuePath.of("argument.1")),
                        new Rule.Cache("totals", target, CacheRole.LOOK_UP, null))
                .call(PROJECT, "total", 3L, "abc", 4.5);

        assertThat(recording.atRule(0).get(0).argument()).isEqualTo("abc");
        assertThat(recording.atRule(0).get(1).result()).isEqualTo(10L);
        assertThat(recording.atRule(1).get(0).argument()).isNull();
    }

    @Test
    void aMethodThatReturnsNothingLooksNothingUpButMayLoad() {
        Target target = named(PROJECT, "nothing", "<init>");
        Weaver weaver = WeavingLoader.weaver(
                null,
                new Rule.Cache("c", target, CacheRole.LOOK_UP, null),
                new Rule.Cache("c", target, CacheRole.LOAD, null));
        weave(weaver, PROJECT);

        assertThat(weaver.matches())
                .extracting(match -> match.methods() + " " + match.refusal())
                .containsExactlyInAnyOrder("[<init>, nothing] it returns nothing", "[nothing] null");
    }

    @Test
    void commandsPhasesAndOperationsAreTimed() throws Exception {
        Target target = named(PROJECT, "nothing");
        loader(new Rule.Command("c", target), new Rule.Phase("p", target, 0), new Rule.Operation("o", target))
                .call(PROJECT, "nothing");

        // The first rule is outermost.
        assertThat(recording.sequence())
                .containsExactly(
                        "enter rule 0", "enter rule 1", "enter rule 2", "exit rule 2", "exit rule 1", "exit rule 0");
        assertThat(recording.calls.get(5).token()).isEqualTo("token 1");
    }

    @Test
    void aReturnedValueIsContext() throws Exception {
        loader(context(named(PROJECT, "tasks"), "return.size")).call(PROJECT, "tasks", 2);

        assertThat(recording.calls.get(0).argument()).isNull();
        assertThat(recording.calls.get(1).result()).isEqualTo(List.of("one", "two"));
    }

    @Test
    void primitivesAreBoxed() throws Exception {
        loader(context(named(PROJECT, "total"), "return"), context(named(PROJECT, "total"), "argument.2"))
                .call(PROJECT, "total", 3L, "abc", 4.5);

        assertThat(recording.atRule(0).get(1).result()).isEqualTo(10L);
        assertThat(recording.atRule(1).get(0).argument()).isEqualTo(4.5);
        assertThat(recording.atRule(1)).hasSize(1);
    }

    @Test
    void aValueThatAMethodDoesNotHaveIsSaid() {
        Weaver weaver = WeavingLoader.weaver(
                null,
                context(named(PROJECT, "nothing"), "return"),
                context(named(PROJECT, "tasks"), "argument.1"),
                context(named(PROJECT, "total"), "argument.9"),
                context(named(PROJECT, "tasks"), "field.none"));

        assertThat(weave(weaver, PROJECT)).isNull();
        assertThat(weaver.matches())
                .extracting(match -> match.methods() + " " + match.refusal())
                .containsExactly(
                        "[nothing] it returns nothing",
                        "[tasks] it has no argument.1, the last one is argument.0",
                        "[total] it has no argument.9, the last one is argument.2",
                        "[tasks] its class declares no field 'none' that it can read");
    }

    @Test
    void exceptionsPassUnchanged() throws Exception {
        WeavingLoader woven = loader(phase(named(PROJECT, "fail")), context(named(PROJECT, "fail"), "return"));
        Throwable thrown = failure(woven);
        Throwable plain = failure(loader());

        assertThat(recording.atRule(0).get(1).thrown()).isSameAs(thrown);
        assertThat(recording.atRule(1).get(1).result()).isNull();
        assertThat(thrown.getStackTrace()[0]).hasToString(plain.getStackTrace()[0].toString());
        assertThat(thrown.getSuppressed()).isEmpty();
    }

    @Test
    void recursionIsToldAtEachLevel() throws Exception {
        assertThat(loader(phase(named(PROJECT, "factorial"))).call(PROJECT, "factorial", 5))
                .isEqualTo(120);
        assertThat(recording.calls).hasSize(10);
    }

    @Test
    void bodiesOfAnySortStayAsTheyAre() throws Exception {
        WeavingLoader woven = loader(phase(named(PROJECT)));

        assertThat(woven.call(PROJECT, "largest", List.of(1, 5, 3))).isEqualTo(5);
        assertThat(woven.call(PROJECT, "reassigned", "x", 4)).isEqualTo("x!!inside");
        assertThat(woven.call(PROJECT, "lambda")).isEqualTo("LAMBDA");
        assertThat(woven.call(PROJECT, "instance")).isEqualTo(3);
        // largest, reassigned, lambda, instance, increment: no lambda body, constructor or hashCode
        assertThat(recording.calls).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "total(long,String,double)",
                "total(long, java.lang.String, double)",
                "to*(*, *, *)",
                "total(long,Str*,double)"
            })
    void theTypesOfParametersMayBeGiven(String method) throws Exception {
        loader(phase(named(PROJECT, method))).call(PROJECT, "total", 3L, "abc", 4.5);

        assertThat(recording.calls).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"total()", "total(long)", "total(int,String,double)", "total(long,String[],double)"})
    void aMethodWithOtherParametersIsAnother(String method) throws Exception {
        loader(phase(named(PROJECT, method))).call(PROJECT, "total", 3L, "abc", 4.5);

        assertThat(recording.calls).isEmpty();
    }

    @Test
    void constructorsAndBodiesOfLambdasAreMeasuredWhenAskedFor() throws Exception {
        WeavingLoader woven = loader(
                phase(named(PROJECT, "<init>()")),
                phase(named(PROJECT, "lambda$lambda$*")),
                phase(named(PROJECT, "*")));

        assertThat(woven.call(PROJECT, "instance")).isEqualTo(3);
        assertThat(woven.call(PROJECT, "lambda")).isEqualTo("LAMBDA");
        assertThat(recording.atRule(0)).hasSize(2);
        assertThat(recording.atRule(1)).hasSize(2);
        assertThat(recording.atRule(2))
                .as("instance, increment, hashCode, lambda")
                .hasSize(8);
    }

    @Test
    void whatIsExcludedIsLeftAlone() throws Exception {
        Target target =
                new Target("com.example.**", null, null, List.of("in*"), List.of("**.Nested"), List.of("increment()"));
        WeavingLoader woven = loader(phase(target));
        woven.call(PROJECT + "$Nested", "inside");
        woven.call(PROJECT, "instance");

        assertThat(recording.sequence()).as("instance").hasSize(2);
    }

    @Test
    void aFieldIsContextWhenTheMethodEnds() throws Exception {
        WeavingLoader woven = loader(
                context(named(PROJECT, "increment"), "field.count"), context(named(PROJECT, "total"), "field.count"));
        woven.call(PROJECT, "instance");
        woven.call(PROJECT, "total", 3L, "abc", 4.5);

        assertThat(recording.calls).extracting(call -> call.result()).containsExactly(2);
    }

    @Test
    void aRuleThatMatchesTooManyMethodsIsRefusedWithTheCount() {
        Weaver weaver = WeavingLoader.weaver(null, phase(named("com.example.**")));
        for (int i = 0; i < 700; i++) {
            weaver.weave(getClass().getClassLoader(), "com/example/cli/Project", bytes(PROJECT)); // 11 methods
        }
        byte[] afterwards = weaver.weave(getClass().getClassLoader(), "com/example/cli/Project", bytes(PROJECT));

        assertThat(afterwards).isNull();
        assertThat(weaver.matches()).hasSize(1).first().satisfies(match -> {
            assertThat(match.isOfRefusedRule()).isTrue();
            assertThat(match.refusal()).contains("more than 2000 methods (7");
        });
    }

    @Test
    void anAnnotationOnAMethodIsEnough() throws Exception {
        WeavingLoader woven = loader(phase(new Target(null, "com.example.cli.Timed", null, List.of())));
        woven.call(PROJECT, "annotated");
        woven.call(PROJECT, "nothing");

        assertThat(recording.sequence()).containsExactly("enter rule 0", "exit rule 0");
    }

    @Test
    void anAnnotationOnTheClassMeansItsMethods() throws Exception {
        loader(phase(new Target(null, "com.example.cli.Timed", null, List.of("in*"))))
                .call(PROJECT + "$Nested", "inside");

        assertThat(recording.sequence()).containsExactly("enter rule 0", "exit rule 0");
    }

    @Test
    void anInterfaceCountsAtAnyDepth() throws Exception {
        Rule rule = phase(new Target(null, null, "com.example.cli.Renderer", List.of("render")));
        loader(rule).call("com.example.cli.Renderer", "bold", "x");

        assertThat(recording.calls).hasSize(4);
    }

    @Test
    void defaultMethodsAreMethods() throws Exception {
        loader(phase(named("com.example.cli.Renderer", "twice"))).call("com.example.cli.Renderer", "bold", "x");

        assertThat(recording.sequence()).containsExactly("enter rule 0", "exit rule 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.example.**",
                "**Nested",
                "com.example.cli.*",
                "com.example.cli.Project.Nested",
                "com.example.cli.Project$Nested"
            })
    void nestedClassesAreMeantByAnyWriting(String pattern) throws Exception {
        loader(phase(named(pattern, "inside"))).call(PROJECT + "$Nested", "inside");

        assertThat(recording.calls).hasSize(2);
    }

    @Test
    void matchesAndNearMissesAreTold() {
        Weaver weaver = WeavingLoader.weaver(
                null, phase(named(PROJECT, "fa*")), new Rule.Command("export", named(PROJECT, "call")));
        weave(weaver, PROJECT);
        weave(weaver, PROJECT);

        assertThat(weaver.matches())
                .containsExactly(
                        new RuleMatch(0, "phases: p", PROJECT, List.of("fail", "factorial"), null),
                        new RuleMatch(1, "commands: export", PROJECT, List.of(), null));
    }

    @Test
    void aPatternAloneIsNoNearMiss() {
        Weaver weaver = WeavingLoader.weaver(
                null,
                phase(named("com.example.**", "absent")),
                new Rule.Operation("timed", new Target(null, "com.example.cli.Timed", null, List.of("absent"))));
        weave(weaver, PROJECT);
        weave(weaver, "com.example.cli.Renderer");

        assertThat(weaver.matches()).containsExactly(new RuleMatch(1, "api_clients: timed", PROJECT, List.of(), null));
    }

    @Test
    void aSupertypeThatIsMissingIsTolerated() {
        Weaver weaver = WeavingLoader.weaver(null, phase(new Target(null, null, "a.B", List.of())));
        byte[] orphan = ClassFiles.orphan();

        assertThat(weaver.weave(getClass().getClassLoader(), "com/example/Orphan", orphan))
                .isNull();
    }

    @Test
    void theJdkAndTheAgentAreNoBusinessOfRules() {
        Weaver weaver = WeavingLoader.weaver(null, phase(named("**")));

        assertThat(weave(weaver, "dev.perfagent.hook.Handoff")).isNull();
        assertThat(weaver.weave(null, "java/util/List", bytes("java.util.List")))
                .isNull();
        assertThat(weaver.weave(ClassLoader.getPlatformClassLoader(), "java/sql/Date", new byte[0]))
                .isNull();
        assertThat(weave(weaver, PROJECT)).isNotNull();
    }

    private static byte @Nullable [] weave(Weaver weaver, String className) {
        return weaver.weave(RuleTest.class.getClassLoader(), className.replace('.', '/'), bytes(className));
    }

    private static byte[] bytes(String className) {
        byte[] found = ClassFile.find(RuleTest.class.getClassLoader(), className.replace('.', '/'));
        if (found == null) {
            throw new IllegalArgumentException(className);
        }
        return found;
    }

    private static Throwable failure(WeavingLoader loader) {
        InvocationTargetException thrown =
                catchThrowableOfType(InvocationTargetException.class, () -> loader.call(PROJECT, "fail", "because"));
        return Objects.requireNonNull(thrown.getCause());
    }

    private static Target named(String className, String... methods) {
        return new Target(className, null, null, List.of(methods));
    }

    private static Rule phase(Target target) {
        return new Rule.Phase("p", target, 0);
    }

    private static Rule context(Target target, String path) {
        ValuePath value = ValuePath.of(path);
        if (value == null) {
            throw new IllegalArgumentException(path);
        }
        return new Rule.Context(path, target, value);
    }

    private static WeavingLoader loader(Rule... rules) {
        return new WeavingLoader(WeavingLoader.weaver(null, rules));
    }
}
