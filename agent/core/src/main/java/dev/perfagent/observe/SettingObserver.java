package dev.perfagent.observe;

import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Has something done each time the JDK reads a network setting.
 *
 * @param then null for nothing
 */
record SettingObserver(@Nullable Runnable then) implements Observer {
    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (then != null) {
            then.run();
        }
        return null;
    }
}
