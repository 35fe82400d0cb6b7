package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class ClassPreloaderTest {
    /** At the first that is missing the rest would be left out, and nobody would notice. */
    @ParameterizedTest
    @FieldSource("dev.perfagent.agent.ClassPreloader#NAMES")
    void everyClassExists(String name) {
        assertThatNoException()
                .isThrownBy(() ->
                        Class.forName(ClassPreloader.PREFIX + name, false, ClassPreloader.class.getClassLoader()));
    }

    @Test
    void holdsNoJvmAndShowsNoLoader() {
        ClassPreloader ahead = new ClassPreloader(null);

        assertThat(ahead.isDaemon()).isTrue();
        assertThat(ahead.getContextClassLoader()).isNull();
    }
}
