package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ClassTraceTest {
    private static final String TRACE = "java/util/concurrent/Flow$Subscri";

    /** Among the constants are long and double numbers, method handles and names. */
    @Test
    void aTextIsFoundByItsBeginning() throws IOException {
        assertThat(ClassTrace.isIn(bytes("java/util/concurrent/SubmissionPublisher"), TRACE))
                .isTrue();
        assertThat(ClassTrace.isIn(bytes("java/util/HashMap"), TRACE)).isFalse();
        assertThat(ClassTrace.isIn(bytes("java/util/HashMap"), "afterNodeInsertio"))
                .isTrue();
        assertThat(ClassTrace.isIn(bytes("java/util/HashMap"), "fterNodeInsertion"))
                .isFalse();
    }

    @Test
    void whatIsNoClassFileHasNone() throws IOException {
        byte[] whole = bytes("java/util/HashMap");
        for (int length : List.of(0, 5, 9, 10, 11, 50, 500)) {
            assertThat(ClassTrace.isIn(Arrays.copyOf(whole, length), TRACE)).isFalse();
        }
    }

    @Test
    void classesOfTheApplicationAreCandidatesByIt() throws IOException {
        Candidates candidates = new Candidates(List.of("x/Y", ClassTrace.MARK + TRACE), List.of());
        byte[] publisher = bytes("java/util/concurrent/SubmissionPublisher");

        assertThat(candidates.mayMatch(LoaderKind.SYSTEM, "a/B", publisher)).isTrue();
        assertThat(candidates.mayMatch(LoaderKind.SYSTEM, "a/B", bytes("java/util/HashMap")))
                .isFalse();
        assertThat(candidates.mayMatch(LoaderKind.BOOT, "a/B", publisher)).isFalse();
        assertThat(candidates.mayMatchName(LoaderKind.SYSTEM, "x/Y")).isTrue();
        assertThat(candidates.gap()).isEqualTo(CoverageGap.PUBLISHERS);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
