package dev.perfagent.observe;

import dev.perfagent.application.Application;
import dev.perfagent.hook.Site;
import dev.perfagent.record.FakeClock;
import dev.perfagent.record.Recording;
import dev.perfagent.record.StartFacts;
import dev.perfagent.run.Run;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import dev.perfagent.settings.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A recorder with a fake clock, called as woven code would call it. */
final class RecordingSession {
    static final Target ANY = new Target("x.Y", null, null, List.of());

    final FakeClock clock = new FakeClock();
    final List<Run> runs = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final Recorder recorder;

    /** What is done with a finished run. */
    Runnable whenFinished = () -> {};

    /** That of the run that was finished last. */
    @Nullable
    Recording last;

    /** What is done with one that goes on. */
    Runnable whenGoingOn = () -> {};

    RecordingSession(Rule... rules) {
        Settings settings = new Settings(null, null, List.of(rules), Set.of(), ObservedKinds.ALL, true, 90);
        recorder = new Recorder(
                settings,
                new Application("x.Main", "1.2", "tool"),
                new StartFacts("test", Map.of("team", "core")),
                new Heard(),
                clock);
    }

    private final class Heard implements Recorder.Listener {
        @Override
        public void finished(Run run, Recording recording) {
            runs.add(run);
            last = recording;
            whenFinished.run();
        }

        @Override
        public void goesOn(Run soFar, boolean lasts) {
            whenGoingOn.run();
        }

        @Override
        public void hookFailed(String hook, Throwable failure) {
            failures.add(hook);
        }
    }

    static Rule.Phase phase(String name) {
        return new Rule.Phase(name, ANY, 0);
    }

    @Nullable
    Object enter(int site) {
        return recorder.entered(site, null, null);
    }

    void exit(int site, @Nullable Object token) {
        recorder.exited(site, token, null, null);
    }

    /** Runs a body between entry and exit of the rule at that index. */
    void inside(int rule, Runnable body) {
        Object token = enter(Site.ofRule(rule));
        body.run();
        exit(Site.ofRule(rule), token);
    }

    /** Ends the process and gives the last run. */
    Run end() {
        recorder.processEnds();
        return runs.get(runs.size() - 1);
    }
}
