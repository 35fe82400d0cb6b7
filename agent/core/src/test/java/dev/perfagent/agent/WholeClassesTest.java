package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is loaded ahead with its supertypes. */
final class WholeClassesTest {
    private interface Shape {}

    private static class Circle implements Shape {}

    private static final class Disc extends Circle implements Comparable<Disc> {
        @Override
        public int compareTo(Disc other) {
            return 0;
        }
    }

    @Test
    void allIfTheirSupertypesAreAmongThemOrOfOtherLoaders() {
        assertThat(kept(Disc.class, Circle.class, Shape.class))
                .containsExactly(name(Disc.class), name(Circle.class), name(Shape.class));
    }

    @Test
    void noneWhoseSupertypeIsNotAmongThem() {
        assertThat(kept(Disc.class, Circle.class)).as("of a supertype").isEmpty();
        assertThat(kept(Disc.class, Shape.class)).containsExactly(name(Shape.class));
    }

    @Test
    void noneThatIsNotThere() {
        assertThat(kept("app.Gone", name(Shape.class))).containsExactly(name(Shape.class));
    }

    private static List<String> kept(Class<?>... classes) {
        String[] names = new String[classes.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = name(classes[i]);
        }
        return kept(names);
    }

    private static String name(Class<?> type) {
        return type.getName();
    }

    private static List<String> kept(String... names) {
        byte[] lines = WholeClasses.lines(new LinkedHashSet<>(List.of(names)), WholeClassesTest.class.getClassLoader());
        return new String(lines, StandardCharsets.UTF_8).lines().toList();
    }
}
