package dev.perfagent.tip;

import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A host that is not GitHub, and that a run asks one thing after another for over half of its time. */
public final class SequentialHost {
    private static final double HALF = 0.5;

    private SequentialHost() {}

    /**
     * The host; null when there is none. Which of the hosts is a GitHub Enterprise server is not known, so a run that talked to
     * GitHub at all has none.
     *
     * @param hosts those that the run asked; null when not known
     * @param totalMs what the command took, in ms
     */
    public static @Nullable HttpHost of(@Nullable List<HttpHost> hosts, @Nullable GitHubApi api, double totalMs) {
        if (hosts == null || api != null) {
            return null;
        }
        for (HttpHost host : hosts) {
            String name = host.host().toLowerCase(Locale.ROOT);
            boolean gitHub = name.contains("github") || name.endsWith("ghe.com");
            if (!gitHub && host.requests() > 1 && host.ms() > totalMs * HALF && host.ms() <= totalMs) {
                return host;
            }
        }
        return null;
    }
}
