package dev.perfagent.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The budget of a test that runs a command-line tool. The test has a parameter of type {@link Cli}, and starts the tool by it.
 * When a run breaks a limit, the test fails, and the failure message is perf-agent's alert.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BudgetExtension.class)
public @interface Budget {
    /**
     * {@return the command that has to be run, such as {@code batch}} Needed with {@link #maxMs()}; otherwise, if empty, any run
     * will do.
     */
    String command() default "";

    /** {@return the longest time that the command may take, in milliseconds; 0 for no such limit} */
    double maxMs() default 0;

    /** {@return the folder of perf-agent's configuration with all limits, instead of {@link #maxMs()}} */
    String config() default "";
}
