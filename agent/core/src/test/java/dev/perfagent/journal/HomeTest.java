package dev.perfagent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeTest {
    private static final List<String> ALIKE = List.of(
            "构建",
            "测试",
            "сборка",
            "тест!!",
            "a b",
            "a_b",
            "a+b",
            "a:b",
            "a/b",
            "a\\b",
            "a\u0000b",
            "a\u00a0b",
            "a~b",
            "a",
            "a ",
            " a",
            "a.",
            "a.tmp",
            ".a",
            "_a",
            "..",
            ".",
            "",
            "_",
            "__",
            " ",
            "\ud83d\ude80",
            "\ud83d\ude81",
            "\ud83d",
            "x".repeat(100),
            "x".repeat(101),
            "x".repeat(100) + "y",
            "é",
            "e\u0301");

    @ParameterizedTest
    @CsvSource({
        "ghpm, ghpm",
        "closure-compiler, closure-compiler",
        "fooBar_1.2-x, fooBar_1.2-x",
        "plan show, plan+show",
        "build-7.example.com, build-7.example.com",
    })
    void anOrdinaryNameIsItsFileName(String name, String file) {
        assertThat(Home.fileName(name, false)).isEqualTo(file);
    }

    @Test
    void namesThatDifferHaveFilesThatDiffer() {
        List<String> names = new ArrayList<>(ALIKE);
        ALIKE.forEach(name -> names.add(Home.fileName(name, false)));
        Set<String> all = new HashSet<>(names);
        Set<String> files = new HashSet<>();
        for (String name : all) {
            files.add(Home.fileName(name, false));
        }

        assertThat(files).hasSameSizeAs(all);
    }

    @Test
    void namesThatDifferInCapitalsHaveFilesThatDifferWhereCapitalsDoNotCount() {
        List<String> names = List.of("build", "Build", "BUILD", "build it", "Build it", "Launcher", "launcher");
        Set<String> files = new HashSet<>();
        for (String name : names) {
            files.add(Home.fileName(name, true).toLowerCase(Locale.ROOT));
        }

        assertThat(files).hasSameSizeAs(names);
        assertThat(Home.fileName("build", true)).isEqualTo("build");
    }

    @Test
    void everyNameIsOneThatFileSystemsTake() {
        for (String name : ALIKE) {
            assertThat(Home.fileName(name, false))
                    .matches("[A-Za-z0-9_+~-][A-Za-z0-9_.+~-]*")
                    .doesNotEndWith(".")
                    .doesNotEndWith(".tmp")
                    .hasSizeLessThan(120);
        }
    }
}
