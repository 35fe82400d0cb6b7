package dev.perfagent.tip;

import dev.perfagent.run.Measure;
import dev.perfagent.run.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * The advice that a run's own figures bear out, with those figures, what saves most first.
 *
 * <p>Plain ASCII, so that every terminal can show it. GitHub asks for its requests one after another, so no tip advises to run
 * them in parallel. Names are as the run has them: who prints a tip escapes it.
 */
public final class Tips {
    private Tips() {}

    /**
     * The tips for an alert on that.
     *
     * @param subject what broke its limit, as in {@link dev.perfagent.run.Alert}
     */
    public static List<String> of(Measure measure, String subject, Run run) {
        return switch (measure) {
            case TIME -> CommandTips.of(run);
            case CPU_TIME -> CommandTips.cpu(run);
            case PHASE_TIME -> PhaseTips.of(subject, run);
            case HEAP_GROWTH -> List.of(MemoryTips.growth(run));
            case PEAK_MEMORY, ALLOCATION -> List.of(MemoryTips.allocation(run));
            case GC_SHARE -> collections(run);
            case API_REQUESTS -> ApiTips.requests(run);
            case RATE_LIMIT -> ApiTips.rateLimit(subject, run);
            case THROTTLED_TIME -> ApiTips.throttled(run);
            case CACHE_HIT_RATE -> List.of(CacheTips.of(subject, run));
            case PROCESSES -> CommandTips.starts(run);
            case ERROR_RATE -> MachineTips.failure(run);
            case AVAILABLE_MEMORY -> MachineTips.memory(run);
            case DISK_SPACE -> MachineTips.disk();
            case CPU_USAGE -> MachineTips.processors();
        };
    }

    private static List<String> collections(Run run) {
        List<String> tips = new ArrayList<>();
        Saving saving = CommandTips.collections(run);
        if (saving != null) {
            tips.add(saving.tip());
        }
        tips.add(MemoryTips.allocation(run));
        return tips;
    }
}
