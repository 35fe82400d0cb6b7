package dev.perfagent.threshold;

import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Measure;
import dev.perfagent.run.RateLimit;
import dev.perfagent.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Warns when a share of a GitHub rate limit is used up, for a resource this run took from itself.
 *
 * <p>Silent when the window the figures belong to was over before the run was, because the quota is full again. Limits of a
 * minute (30 searches, 10 code searches) refill at once, so most of one being used is ordinary: they are reported only when at
 * most one request is left, which is when the next one has to wait.
 */
public final class RateLimitRule {
    /** GitHub's smallest limit an hour, the one without a token; smaller limits are those of a minute. */
    public static final long SMALLEST_HOURLY_LIMIT = 60;

    private static final long NEARLY_SPENT = 1;

    private RateLimitRule() {}

    static void judge(Run run, GitHubApi api, AlertPolicy policy, List<Verdict> verdicts) {
        double threshold = policy.ratio();
        for (RateLimit resource : api.resources()) {
            Long limit = resource.limit();
            Long remaining = remaining(resource);
            Long consumed = resource.consumed();
            if (limit == null || limit <= 0 || remaining == null || consumed == null || consumed < 1) {
                continue;
            }
            double used = (double) (limit - remaining) / limit;
            boolean minute = limit < SMALLEST_HOURLY_LIMIT;
            boolean fine = used < threshold || (minute && remaining > NEARLY_SPENT) || isOver(resource, run);
            boolean spent = !minute && remaining < consumed;
            Result result = fine ? Result.OK : spent ? Result.CRITICAL : Result.WARNING;
            verdicts.add(Verdict.single(
                    Measure.RATE_LIMIT, resource.resource(), VerdictRule.MAXIMUM, used, threshold, null, result));
        }
    }

    /** What is left, as the response says or as it follows from that; null when neither is known. */
    public static @Nullable Long remaining(RateLimit resource) {
        if (resource.remaining() != null) {
            return resource.remaining();
        }
        if (resource.limit() == null || resource.used() == null) {
            return null;
        }
        return Math.max(0, resource.limit() - resource.used());
    }

    private static boolean isOver(RateLimit resource, Run run) {
        Long reset = resource.resetEpochSeconds();
        return reset != null && reset * 1000 <= run.endMillis();
    }
}
