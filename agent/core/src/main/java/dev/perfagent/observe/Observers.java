package dev.perfagent.observe;

import dev.perfagent.github.GitHubHosts;
import dev.perfagent.hook.Site;
import dev.perfagent.observe.cache.CacheObserver;
import dev.perfagent.observe.cache.CacheStatisticsObserver;
import dev.perfagent.observe.cache.LentCounters;
import dev.perfagent.observe.command.CommandObserver;
import dev.perfagent.observe.command.ExitObserver;
import dev.perfagent.observe.command.MainClassObserver;
import dev.perfagent.observe.command.MainObjectObserver;
import dev.perfagent.observe.command.MainObserver;
import dev.perfagent.observe.http.HttpCacheObserver;
import dev.perfagent.observe.http.HttpObserver;
import dev.perfagent.observe.http.HttpRecorder;
import dev.perfagent.observe.process.ProcessObserver;
import dev.perfagent.observe.rule.CacheNames;
import dev.perfagent.observe.rule.CacheRuleObserver;
import dev.perfagent.observe.rule.ClientOperationObserver;
import dev.perfagent.observe.rule.ContextObserver;
import dev.perfagent.observe.rule.FrameObserver;
import dev.perfagent.observe.rule.GivenValueObserver;
import dev.perfagent.observe.rule.LoggedPhases;
import dev.perfagent.observe.rule.MeasuredFrameObserver;
import dev.perfagent.observe.rule.ParallelFrames;
import dev.perfagent.observe.rule.PhaseLog;
import dev.perfagent.observe.rule.PublisherObserver;
import dev.perfagent.observe.rule.ResumptionObserver;
import dev.perfagent.record.Clock;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.StartFacts;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What is done at each site: the one list of it. An observer is made at the first call of its site, so that a run pays only for
 * what it uses.
 */
final class Observers {
    /** The folder for the phase log, which only a profiled run writes. Here, so that other runs do not load the log's class. */
    private static final String LOG_VARIABLE = "PERF_AGENT_PHASE_LOG";

    private final Settings settings;
    private final Executions executions;
    private final Clock clock;
    private final StartFacts start;
    private final @Nullable Observer[] bySite;
    private @Nullable Runnable settingReader;
    private @Nullable PhaseLog phaseLog;
    private boolean isLogWanted = isProfiled();
    private @Nullable ParallelFrames parallel;
    private @Nullable HttpRecorder http;
    private @Nullable ProcessObserver processes;
    private @Nullable LentCounters counters;
    private @Nullable CacheNames cacheNames;

    Observers(Settings settings, Executions executions, Clock clock, StartFacts start) {
        this.settings = settings;
        this.executions = executions;
        this.clock = clock;
        this.start = start;
        this.bySite = new Observer[Site.ofRule(settings.rules().size())];
    }

    void whenNetworkSettingIsRead(Runnable then) {
        settingReader = then;
    }

    /** That of a number, see {@link Site#number}. */
    Observer of(int number) {
        Observer observer = bySite[number];
        return observer == null ? create(number) : observer;
    }

    private synchronized Observer create(int number) {
        Observer existing = bySite[number];
        if (existing != null) {
            return existing;
        }
        int rule = Site.ruleOf(number);
        Observer created = rule < 0 ? ofSite(Site.of(number)) : ofRule(rule);
        bySite[number] = created;
        return created;
    }

    private Observer ofSite(Site site) {
        // No switch, which would load two classes more in each start; ObserversTest goes over all sites instead.
        if (site == Site.MAIN) {
            return new MainObserver(executions);
        }
        if (site == Site.MAIN_CLASS) {
            return new MainClassObserver(executions, clock, start);
        }
        if (site == Site.MAIN_OBJECT) {
            return new MainObjectObserver(executions);
        }
        if (site == Site.EXIT || site == Site.HALT || site == Site.SHUTDOWN) {
            return new ExitObserver(executions, site);
        }
        if (site == Site.COMMAND_ENTERED || site == Site.COMMAND_PARSED || site == Site.COMMAND_FAILED) {
            return new CommandObserver(executions, site, null);
        }
        if (site == Site.HTTP_CALL
                || site == Site.HTTP_CALL_PART
                || site == Site.HTTP_CALL_LATER
                || site == Site.HTTP_CALL_OVER
                || site == Site.HTTP_ANSWER_READ
                || site == Site.HTTP_ANSWER_BODY
                || site == Site.HTTP_REQUEST_BODY) {
            return new HttpObserver(http(), clock, site);
        }
        if (site == Site.HTTP_CACHE || site == Site.HTTP_CACHE_ASKED) {
            return new HttpCacheObserver(http(), site);
        }
        if (site == Site.CACHE_BUILT) {
            return new CacheObserver(executions, counters());
        }
        if (site == Site.CACHE_STATISTICS) {
            return new CacheStatisticsObserver(counters());
        }
        if (site == Site.PROCESS_STARTED || site == Site.PROCESS_AWAITED) {
            return processes();
        }
        if (site == Site.MEASURED_PHASE || site == Site.MEASURED_OPERATION) {
            boolean isPhase = site == Site.MEASURED_PHASE;
            return logged(new MeasuredFrameObserver(executions, clock, parallel(), isPhase), isPhase);
        }
        if (site == Site.CLIENT_OPERATION) {
            return new ClientOperationObserver(new MeasuredFrameObserver(executions, clock, parallel(), false));
        }
        if (site == Site.CALLER_RESUMED) {
            return new ResumptionObserver(parallel().suspensions());
        }
        if (site == Site.GIVEN_VALUE) {
            return new GivenValueObserver(executions);
        }
        if (site == Site.NETWORK_SETTING_READ) {
            return new SettingObserver(settingReader);
        }
        if (site == Site.OURS) {
            return new AgentWorkObserver();
        }
        return ofPublisher(site);
    }

    private Observer ofPublisher(Site site) {
        if (site == Site.PUBLISHER_SUBSCRIBED || site == Site.PUBLISHER_CALLED) {
            return publishers(PublisherObserver.Step.SUBSCRIBES);
        }
        if (site == Site.SUBSCRIBER_GIVEN) {
            return publishers(PublisherObserver.Step.GIVES_SUBSCRIBER);
        }
        if (site == Site.SUBSCRIPTION_BEGUN) {
            return publishers(PublisherObserver.Step.BEGINS);
        }
        if (site == Site.SUBSCRIPTION_OVER) {
            return publishers(PublisherObserver.Step.ENDS);
        }
        throw new IllegalArgumentException("nobody observes ".concat(site.text()));
    }

    /** No switch either: ObserversTest goes over all kinds of rules. */
    private Observer ofRule(int index) {
        Rule rule = settings.rules().get(index);
        if (rule instanceof Rule.Command) {
            return new CommandObserver(executions, Site.COMMAND_ENTERED, rule.name());
        }
        if (rule instanceof Rule.Context context) {
            return new ContextObserver(executions, context, index);
        }
        if (rule instanceof Rule.Phase || rule instanceof Rule.Operation) {
            boolean isPhase = rule instanceof Rule.Phase;
            return logged(new FrameObserver(executions, clock, parallel(), index, isPhase), isPhase);
        }
        if (rule instanceof Rule.Cache cache) {
            return new CacheRuleObserver(executions, clock, cacheNames(), cache);
        }
        throw new IllegalArgumentException("nobody observes ".concat(rule.section()));
    }

    /** Whether a profiler samples this run, so that it is not to be quick but to be known in full. */
    static boolean isProfiled() {
        return System.getenv(LOG_VARIABLE) != null;
    }

    /** With the phase log, if this run is to write one. */
    private Observer logged(Observer observer, boolean isPhase) {
        if (!isPhase || !isLogWanted) {
            return observer;
        }
        PhaseLog log = phaseLog;
        if (log == null) {
            log = PhaseLog.in(System.getenv(LOG_VARIABLE));
            phaseLog = log;
        }
        isLogWanted = log != null;
        return log == null ? observer : new LoggedPhases(observer, log);
    }

    private ParallelFrames parallel() {
        if (parallel == null) {
            parallel = new ParallelFrames();
        }
        return parallel;
    }

    private Observer publishers(PublisherObserver.Step step) {
        return new PublisherObserver(parallel().publishers(executions, clock), step);
    }

    private HttpRecorder http() {
        if (http == null) {
            http = new HttpRecorder(executions, new GitHubHosts(settings.gitHubHosts()), clock);
        }
        return http;
    }

    private ProcessObserver processes() {
        if (processes == null) {
            processes = new ProcessObserver(executions, clock);
        }
        return processes;
    }

    private CacheNames cacheNames() {
        if (cacheNames == null) {
            cacheNames = new CacheNames();
        }
        return cacheNames;
    }

    private LentCounters counters() {
        if (counters == null) {
            counters = new LentCounters();
        }
        return counters;
    }

    /** A recording is about to be finished: what has not ended counts as it is. */
    void settle() {
        PhaseLog log = phaseLog;
        if (log != null) {
            log.flush();
        }
        HttpRecorder seen = http;
        if (seen != null) {
            seen.settle();
        }
    }
}
