package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps all calls; a token is a text with the call's number unless another is given. */
public final class RecordingHandoff extends Handoff {
    public final List<HookCall> calls = new ArrayList<>();
    private @Nullable Function<HookCall, @Nullable Object> tokens;

    private RecordingHandoff() {}

    /** From now on woven classes call this one. */
    public static RecordingHandoff connected() {
        RecordingHandoff recording = new RecordingHandoff();
        connect(recording);
        return recording;
    }

    public RecordingHandoff withTokens(Function<HookCall, @Nullable Object> newTokens) {
        tokens = newTokens;
        return this;
    }

    public List<String> sequence() {
        return calls.stream().map(HookCall::toString).toList();
    }

    public List<HookCall> at(Site site) {
        return at(site.number());
    }

    public List<HookCall> atRule(int index) {
        return at(Site.ofRule(index));
    }

    private List<HookCall> at(int number) {
        return calls.stream().filter(call -> call.site() == number).toList();
    }

    @Override
    protected synchronized @Nullable Object entered(int site, @Nullable Object self, @Nullable Object argument) {
        HookCall call = new HookCall("enter", site, self, argument, null, null, null);
        calls.add(call);
        return tokens == null ? "token " + calls.size() : tokens.apply(call);
    }

    @Override
    protected synchronized void exited(
            int site, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        calls.add(new HookCall("exit", site, null, null, token, result, thrown));
    }
}
