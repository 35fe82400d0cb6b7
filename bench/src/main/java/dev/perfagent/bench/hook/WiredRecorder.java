package dev.perfagent.bench.hook;

import dev.perfagent.application.Application;
import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Hooks;
import dev.perfagent.observe.Recorder;
import dev.perfagent.record.Recording;
import dev.perfagent.record.StartFacts;
import dev.perfagent.run.Run;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import dev.perfagent.settings.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recorder behind the hand-off, wired as in a measured JVM but for the boot loader: woven code's calls take the same steps,
 * through a receiver that does what {@code HookReceiver} does.
 */
public final class WiredRecorder extends Handoff implements Recorder.Listener {
    private final Hooks hooks;
    private final Recorder recorder;

    private WiredRecorder(List<String> phases) {
        Settings settings = new Settings(
                "bench",
                "1",
                phases.stream().map(WiredRecorder::rule).toList(),
                Set.of(),
                ObservedKinds.ALL,
                false,
                Settings.STANDARD_RETENTION_DAYS);
        recorder = new Recorder(
                settings, new Application("org.example.Bench", null, "bench"), new StartFacts("bench", Map.of()), this);
        hooks = recorder;
    }

    /** Connects a recorder with a phase rule for each name, in that order. */
    public static WiredRecorder connect(String... phases) {
        WiredRecorder wired = new WiredRecorder(List.of(phases));
        Handoff.connect(wired);
        return wired;
    }

    private static Rule rule(String phase) {
        return new Rule.Phase(phase, new Target("org.example.Bench", null, null, List.of(phase)), 0);
    }

    /** What has been recorded up to now. */
    public Run recorded() {
        return recorder.snapshot();
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // as HookReceiver does
    protected @Nullable Object entered(int site, @Nullable Object self, @Nullable Object argument) {
        try {
            return hooks.entered(site, self, argument);
        } catch (Throwable failure) {
            hooks.failed(site, failure);
            return null;
        }
    }

    @Override
    protected void exited(int site, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        try {
            hooks.exited(site, token, result, thrown);
        } catch (Throwable failure) {
            hooks.failed(site, failure);
        }
    }

    @Override
    public void finished(Run run, Recording recording) {
        throw new IllegalStateException("nothing ends here");
    }

    @Override
    public void hookFailed(String hook, Throwable failure) {
        throw new IllegalStateException(hook, failure);
    }
}
