package dev.perfagent.optimize;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Cache;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.tally.AvoidableRequests;
import dev.perfagent.tip.SequentialHost;
import java.util.List;

/** Finds in one run what was not necessary, with the same figures as the agent's tips on that run. */
final class RunWaste {
    private static final int MANY_STARTS = 5;
    private static final double MUCH_COLLECTING = 0.1;
    private static final double SELDOM = 0.2;

    /** More than so many times the JVM's own start is no start: the process waited, or ran other commands before. */
    private static final double MOST_START = 20;

    private static final long MANY_LOOK_UPS = 20;
    private static final long A_FEW_AT_ONCE = 4;

    private RunWaste() {}

    static void find(StoredRun run, WasteFound found) {
        GitHubApi api = run.gitHubApi();
        if (api != null && api.requestsMade() > 0) {
            requests(api, found);
            ApiWaste.find(api, run.http(), found);
        }
        List<Cache> caches = run.caches();
        for (Cache cache : caches == null ? List.<Cache>of() : caches) {
            cache(cache, found);
        }
        List<ProcessUse> processes = run.processes();
        for (ProcessUse process : processes == null ? List.<ProcessUse>of() : processes) {
            if (process.count() >= MANY_STARTS) {
                double each = process.ms() / process.count();
                found.accept(
                        Cause.MANY_STARTS,
                        process.program(),
                        Waste.ofRun(process.count(), 0, each * (process.count() - 1)));
            }
        }
        start(run, found);
        collections(run, found);
        HttpHost host = SequentialHost.of(run.http(), api, run.totalMs());
        if (host != null) {
            long atOnce = Math.min(host.requests(), A_FEW_AT_ONCE);
            found.accept(
                    Cause.SEQUENTIAL_CALLS,
                    host.host(),
                    Waste.ofRun(host.requests(), 0, host.ms() - host.ms() / atOnce));
        }
    }

    private static void requests(GitHubApi api, WasteFound found) {
        for (Endpoint endpoint : api.endpoints()) {
            if (!endpoint.endpoint().startsWith("GET ")) {
                continue;
            }
            double each = endpoint.ms() / Math.max(1, endpoint.count());
            long repeated = endpoint.repeated();
            if (repeated > 0) {
                found.accept(
                        Cause.REPEATED_REQUESTS,
                        endpoint.endpoint(),
                        Waste.ofRun(endpoint.count(), repeated, repeated * each));
            }
            long pages = AvoidableRequests.pages(endpoint);
            if (pages > 0) {
                found.accept(
                        Cause.SMALL_PAGES, endpoint.endpoint(), Waste.ofRun(endpoint.count(), pages, pages * each));
            }
        }
        Double throttled = api.throttledMs();
        if (throttled != null && throttled > 0) {
            found.accept(Cause.THROTTLED, "", Waste.ofRun(api.requestsMade(), 0, throttled));
        }
    }

    private static void cache(Cache cache, WasteFound found) {
        Long hits = cache.hits();
        Long misses = cache.misses();
        Long evictions = cache.evictions();
        if (hits == null || misses == null) {
            found.accept(Cause.NO_STATISTICS, cache.name(), Waste.ofRun(0, 0, 0));
        } else if (evictions != null && evictions > 0 && evictions * 2 >= misses) {
            Long loads = cache.loads();
            Double loadMs = cache.loadMs();
            double each = loads == null || loadMs == null || loads < 1 ? 0 : loadMs / loads;
            found.accept(Cause.EVICTIONS, cache.name(), Waste.ofRun(evictions, 0, each * Math.min(evictions, misses)));
        } else if (hits + misses >= MANY_LOOK_UPS
                && hits < SELDOM * (hits + misses)
                && evictions != null
                && evictions == 0) {
            found.accept(Cause.SELDOM_HIT, cache.name(), Waste.ofRun(misses, 0, 0));
        }
    }

    private static void start(StoredRun run, WasteFound found) {
        Double process = run.duration().processMs();
        Double jvm = run.duration().jvmStartupMs();
        Long classes = run.resourceUsage().classesLoaded();
        if (process != null
                && jvm != null
                && process > 0
                && run.duration().isOfFirstCommand()
                && !run.resourceUsage().hasOwnArchive()) {
            double outside = Math.max(jvm, process - run.totalMs());
            double before = outside > MOST_START * jvm ? jvm : outside;
            found.accept(Cause.SLOW_START, "", Waste.ofRun(classes == null ? 0 : classes, 0, before));
        }
    }

    private static void collections(StoredRun run, WasteFound found) {
        Double collecting = run.resourceUsage().gcMs();
        if (collecting != null && collecting > MUCH_COLLECTING * run.duration().countedMs()) {
            Long count = run.resourceUsage().gcCount();
            found.accept(Cause.COLLECTIONS, "", Waste.ofRun(count == null ? 0 : count, 0, collecting));
        }
    }
}
