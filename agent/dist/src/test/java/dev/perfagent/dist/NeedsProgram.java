package dev.perfagent.dist;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that starts another program. Without that program it is skipped, and the build says so in one line at its end; where
 * {@code PERF_AGENT_TESTS=complete} is set, as the continuous build does, it fails. The file {@code .ci/programs} has the
 * packages.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProgramCondition.class)
@interface NeedsProgram {
    /** A command that ends with 0 where the program is there and may do what the test wants, such as {@code jq --version}. */
    String[] value();
}
