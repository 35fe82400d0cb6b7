package dev.perfagent.threshold;

import dev.perfagent.run.AlertType;
import dev.perfagent.run.Run;

/**
 * The one piece of advice that a run's own figures bear out best, with those figures.
 *
 * <p>Plain ASCII, so that every terminal can show it. GitHub asks for its requests one after another, so no tip advises to run
 * them in parallel. Names are as the run has them: who prints a tip escapes it.
 */
final class Tips {
    /** A cause that makes up less of the whole than this is not worth a tip. */
    static final double WORTH_IT = 0.10;

    private Tips() {}

    /**
     * The tip for an alert of that type.
     *
     * @param subject what broke its limit, as in {@link dev.perfagent.run.Alert}
     */
    static String of(AlertType type, String subject, Run run) {
        return switch (type) {
            case PERFORMANCE_DEGRADATION -> CommandTips.of(run);
            case PHASE_OVERRUN -> PhaseTips.of(subject, run);
            case MEMORY_USAGE_HIGH -> MemoryTips.of(run);
            case API_REQUESTS_HIGH -> ApiTips.requests(run);
            case API_RATE_LIMIT_WARNING -> ApiTips.rateLimit(subject, run);
            case CACHE_HIT_RATE_LOW -> CacheTips.of(subject, run);
            default -> "";
        };
    }
}
