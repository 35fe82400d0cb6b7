package dev.perfagent.tip;

import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.QuantityText;
import org.jspecify.annotations.Nullable;

/** The GitHub calls a run spent most time in. In which phase they were made the record does not say, so neither do we. */
final class SlowCalls {
    private SlowCalls() {}

    /** A clause to end a sentence with, such as {@code "; the run's slowest calls: …"}; empty when none matters. */
    static String of(Run run) {
        String calls = list(run);
        return calls == null ? "" : "; the run's slowest calls: " + calls;
    }

    /** For a run most of whose time went into calls; null for another. */
    static @Nullable String sentence(Run run) {
        GitHubApi api = run.gitHubApi();
        String calls = list(run);
        if (api == null || calls == null) {
            return null;
        }
        double ms = 0;
        for (Endpoint endpoint : api.endpoints()) {
            ms += endpoint.ms();
        }
        double totalMs = run.duration().totalMs();
        if (ms <= totalMs / 2) {
            return null;
        }
        return "GitHub calls took " + QuantityText.ms(ms)
                + (ms > totalMs ? " summed over threads" : " of " + QuantityText.ms(totalMs)) + "; the slowest: "
                + calls
                + ".";
    }

    /** The first two by time, of those that make up a share worth reporting. */
    private static @Nullable String list(Run run) {
        GitHubApi api = run.gitHubApi();
        if (api == null) {
            return null;
        }
        double least = run.duration().totalMs() * Saving.WORTH_IT;
        Endpoint first = null;
        Endpoint second = null;
        for (Endpoint endpoint : api.endpoints()) {
            if (endpoint.count() < 1 || endpoint.ms() < least) {
                continue;
            }
            if (first == null || endpoint.ms() > first.ms()) {
                second = first;
                first = endpoint;
            } else if (second == null || endpoint.ms() > second.ms()) {
                second = endpoint;
            }
        }
        if (first == null) {
            return null;
        }
        return describe(first) + (second == null ? "" : ", " + describe(second));
    }

    private static String describe(Endpoint endpoint) {
        String mean = QuantityText.ms(endpoint.ms() / endpoint.count());
        return endpoint.endpoint() + " (" + QuantityText.count(endpoint.count(), "call") + ", " + mean
                + (endpoint.count() == 1 ? ")" : " on average)");
    }
}
