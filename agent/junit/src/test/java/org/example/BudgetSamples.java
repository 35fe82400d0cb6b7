package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.perfagent.junit.Budget;
import dev.perfagent.junit.Cli;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests with budgets, as users write them; some of them fail, as they should. */
final class BudgetSamples {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Prints the wrong exit code, if any. */
    private static void hello(Cli cli, String... before) throws Exception {
        String[] command = new String[before.length + 4];
        System.arraycopy(before, 0, command, 0, before.length);
        command[before.length] = JAVA;
        command[before.length + 1] = "-cp";
        command[before.length + 2] = System.getProperty("java.class.path");
        command[before.length + 3] = Hello.class.getName();
        assertEquals(0, cli.run(command));
    }

    @Test
    @Budget(command = "Hello", maxMs = 600_000)
    void kept(Cli cli) throws Exception {
        hello(cli);
    }

    @Test
    @Budget(command = "Hello", maxMs = 0.001)
    void broken(Cli cli) throws Exception {
        hello(cli);
    }

    /** Started by something that is not java itself. */
    @Test
    @Budget(config = "src/test/resources/perf")
    void brokenByConfig(Cli cli) throws Exception {
        hello(cli, "env");
    }

    @Test
    @Budget(command = "other", maxMs = 600_000)
    void anotherCommand(Cli cli) throws Exception {
        hello(cli);
    }

    @Test
    @Budget(command = "Hello", maxMs = 600_000)
    void nothingStarted(Cli cli) {
        assertEquals("", "".strip());
    }

    @Test
    @Budget(command = "Hello", maxMs = 0.001)
    void failedByItself(Cli cli) throws Exception {
        hello(cli);
        fail("its own failure");
    }

    @Test
    @Budget
    void withoutLimit(Cli cli) {
        fail("must not be run");
    }
}
