package dev.perfagent.weave;

import dev.perfagent.hook.Site;
import org.jspecify.annotations.Nullable;

/** One call of the hand-off. */
public record HookCall(
        String kind,
        int site,
        @Nullable Object self,
        @Nullable Object argument,
        @Nullable Object token,
        @Nullable Object result,
        @Nullable Throwable thrown) {
    @Override
    public String toString() {
        int rule = Site.ruleOf(site);
        return kind + " " + (rule < 0 ? Site.of(site) : "rule " + rule);
    }
}
