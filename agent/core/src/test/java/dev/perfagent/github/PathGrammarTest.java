package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathGrammarTest {
    @Test
    void everyGrammarIsWellFormedWithParametersBehindLiterals() throws IllegalAccessException {
        List<String> grammars = grammars();
        assertThat(grammars).hasSizeGreaterThan(40);
        for (String grammar : grammars) {
            assertThat(grammar).doesNotContain("()").doesNotContain("{}").matches("[A-Za-z0-9_{}()+*# \\n-]+");
            assertThat(grammar.charAt(0)).isGreaterThan(' ');
            assertBalancedAndParametersLast(grammar);
        }
    }

    private static void assertBalancedAndParametersLast(String grammar) {
        Deque<Boolean> parameterSeen = new ArrayDeque<>(List.of(false));
        char before = ' ';
        for (int i = 0; i < grammar.length(); i++) {
            char c = grammar.charAt(i);
            if (c == '(') {
                parameterSeen.push(false);
            } else if (c == ')') {
                parameterSeen.pop();
                assertThat(parameterSeen).as(grammar).isNotEmpty();
            } else if (c > ' ' && (before <= ' ' || before == '(')) {
                if (c == '{') {
                    parameterSeen.pop();
                    parameterSeen.push(true);
                } else {
                    assertThat(parameterSeen.peek()).as(grammar).isFalse();
                }
            }
            before = c;
        }
        assertThat(parameterSeen).as(grammar).hasSize(1);
    }

    private static List<String> grammars() throws IllegalAccessException {
        List<String> grammars = new ArrayList<>();
        for (Class<?> type :
                List.of(RepositoryPaths.class, OrganizationPaths.class, EnterprisePaths.class, OtherPaths.class)) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    field.setAccessible(true);
                    grammars.add((String) field.get(null));
                }
            }
        }
        return grammars;
    }
}
