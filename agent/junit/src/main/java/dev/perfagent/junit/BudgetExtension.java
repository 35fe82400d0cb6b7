package dev.perfagent.junit;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its {@link Cli}, and looks afterwards at what perf-agent recorded. */
final class BudgetExtension implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(BudgetExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Cli.class;
    }

    @Override
    public Cli resolveParameter(ParameterContext parameter, ExtensionContext test) {
        try {
            MeasuredRuns runs = MeasuredRuns.prepare(budget(test));
            test.getStore(NAMESPACE).put(MeasuredRuns.class, runs);
            return runs.cli();
        } catch (IOException failure) {
            throw new ExtensionConfigurationException("no home for perf-agent", failure);
        }
    }

    /** A test that failed by itself stays with its own failure. */
    @Override
    public void afterTestExecution(ExtensionContext test) throws IOException, InterruptedException {
        if (test.getExecutionException().isPresent()) {
            return;
        }
        MeasuredRuns runs = test.getStore(NAMESPACE).get(MeasuredRuns.class, MeasuredRuns.class);
        if (runs == null) {
            throw new ExtensionConfigurationException("a test with @Budget needs a parameter of type Cli");
        }
        Optional<String> failure = runs.failure();
        if (failure.isPresent()) {
            throw new AssertionError(failure.get());
        }
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        MeasuredRuns runs = test.getStore(NAMESPACE).remove(MeasuredRuns.class, MeasuredRuns.class);
        if (runs != null) {
            runs.delete();
        }
    }

    private static Budget budget(ExtensionContext test) {
        return test.getRequiredTestMethod().getAnnotation(Budget.class);
    }
}
