package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CandidatesTest {
    private static final List<String> WATCHED = List.of("java/lang/Shutdown", "**picocli/CommandLine");

    @Test
    void namesTellWhenEveryRuleHasOne() {
        assertThat(candidates().gap()).isNull();
        assertThat(candidates(rule("com.example.*", null, null)).gap()).isNull();
        assertThat(candidates(rule("com.example.A", "com.example.Timed", null)).gap())
                .isNull();
        assertThat(candidates(rule("com.example.*", null, null), rule(null, "com.example.Timed", null))
                        .gap())
                .isEqualTo(CoverageGap.RULES_WITHOUT_CLASS);
        assertThat(candidates(rule("com.example.*", null, "com.example.Shape")).gap())
                .isEqualTo(CoverageGap.SUPERTYPES);
        assertThat(candidates(rule(null, null, "com.example.Shape")).gap()).isEqualTo(CoverageGap.SUPERTYPES);
    }

    @Test
    void probesWatchEveryLoader() {
        for (LoaderKind loader : LoaderKind.values()) {
            assertThat(candidates().mayMatchName(loader, "shaded/picocli/CommandLine"))
                    .isTrue();
            assertThat(candidates().mayMatchName(loader, "java/lang/Shutdown")).isTrue();
            assertThat(candidates().mayMatchName(loader, "java/lang/String")).isFalse();
        }
    }

    @Test
    void whatProbesWatchMayHaveTheSameNameInManyPackagesOrEndWithAnything() {
        Candidates candidates = new Candidates(
                List.of("**one/cli/Parser", "**two/cli/Parser", "three/**", "**Impl", "Main"), List.of());

        for (String name : List.of("a/one/cli/Parser", "two/cli/Parser", "three/a/B", "a/b/CImpl", "Main")) {
            assertThat(candidates.isWatched(name)).as(name).isTrue();
        }
        for (String name : List.of("cli/Parser", "one/cli/Parser$1", "a/Impl2", "a/Main", "")) {
            assertThat(candidates.isWatched(name)).as(name).isFalse();
        }
    }

    @Test
    void rulesAreForTheApplication() {
        Candidates candidates = candidates(rule("com.example.*", null, null));

        assertThat(candidates.mayMatchName(LoaderKind.SYSTEM, "com/example/Outer$Inner"))
                .isTrue();
        assertThat(candidates.mayMatchName(LoaderKind.OTHER, "com/example/A")).isTrue();
        assertThat(candidates.mayMatchName(LoaderKind.BOOT, "com/example/A")).isFalse();
        assertThat(candidates.mayMatchName(LoaderKind.PLATFORM, "com/example/A"))
                .isFalse();
        assertThat(candidates.mayMatchName(LoaderKind.SYSTEM, "com/example/A$$Lambda/0x1"))
                .isFalse();
        assertThat(candidates.mayMatchName(LoaderKind.SYSTEM, "com/other/A")).isFalse();
    }

    @Test
    void aRuleWithoutAClassMayMatchAnyName() {
        Candidates candidates = candidates(rule(null, "com.example.Timed", null));

        assertThat(candidates.mayMatchName(LoaderKind.SYSTEM, "com/other/A")).isTrue();
        assertThat(candidates.mayMatchName(LoaderKind.BOOT, "java/lang/String")).isFalse();
    }

    @Test
    void aPackageMayHaveWhatARuleIsAbout() {
        Candidates candidates = candidates(rule("com.sun.tools.**Compiler", null, null));

        assertThat(candidates.mayMatchPackage("com.sun.tools.javac.main")).isTrue();
        assertThat(candidates.mayMatchPackage("com.sun"))
                .as("it cannot be ruled out")
                .isTrue();
        assertThat(candidates.mayMatchPackage("com.example")).isFalse();
        assertThat(candidates(rule("**Compiler", null, null)).mayMatchPackage("jdk.jfr"))
                .isTrue();
        assertThat(candidates(rule(null, "a.B", null)).mayMatchPackage("jdk.jfr"))
                .isTrue();
        assertThat(candidates().mayMatchPackage("picocli")).isFalse();
    }

    private static Candidates candidates(Rule... rules) {
        return new Candidates(WATCHED, List.of(rules));
    }

    private static Rule rule(@Nullable String className, @Nullable String annotated, @Nullable String implementing) {
        return new Rule.Phase("phase", new Target(className, annotated, implementing, List.of()), 0);
    }
}
