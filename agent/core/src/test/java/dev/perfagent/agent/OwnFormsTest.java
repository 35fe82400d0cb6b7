package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.plan.ClassEntries;
import dev.perfagent.plan.LoaderKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As by Javassist's toClass: once the form of the class path is loaded, the application's cannot be. */
final class OwnFormsTest {
    private static final String IN_A_JAR = "org/assertj/core/api/Assertions";
    private static final String IN_A_FOLDER = "dev/perfagent/agent/OwnFormsTest";
    private static final byte[] ANOTHER = {1};
    private static final byte[] WOVEN = {2};

    private final ClassEntries classes = new ClassEntries();

    @Test
    void whatIsThereIsNone() throws IOException {
        classes.learn(LoaderKind.SYSTEM, IN_A_JAR, bytes(Assertions.class), WOVEN);
        classes.learn(LoaderKind.SYSTEM, IN_A_FOLDER, bytes(OwnFormsTest.class), WOVEN);

        assertThat(OwnForms.areAmong(classes)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {IN_A_JAR, IN_A_FOLDER, "app/MadeUp"})
    void whatIsThereInAnotherFormOrNotAtAll(String name) throws IOException {
        classes.learn(LoaderKind.SYSTEM, name, ANOTHER, WOVEN);

        assertThat(OwnForms.areAmong(classes)).isTrue();
    }

    /** It is not loaded early. */
    @Test
    void whatIsNotWovenOrOfAnotherLoaderIsNone() throws IOException {
        classes.learn(LoaderKind.SYSTEM, IN_A_JAR, ANOTHER, null);
        classes.learn(LoaderKind.OTHER, IN_A_FOLDER, ANOTHER, WOVEN);

        assertThat(OwnForms.areAmong(classes)).isFalse();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
