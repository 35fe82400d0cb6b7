package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.plan.Weaver;
import dev.perfagent.plan.WeaverFactory;
import dev.perfagent.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Makes weavers. The agent finds it by its name. */
public final class ClassWeaverFactory implements WeaverFactory {
    @Override
    public Weaver weaver(Settings settings, @Nullable String mainClass, boolean mayFail) {
        return new ClassWeaver(settings, mainClass, mayFail, Handoff.BOOT_NAME);
    }
}
