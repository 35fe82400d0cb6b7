package dev.perfagent.probe.picocli;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Tells what the user's code threw before picocli makes an exit code of it. */
final class UserObjectAdvice {
    private UserObjectAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Thrown @Nullable Throwable thrown) {
        if (thrown != null) {
            Handoff.exit(Site.PICOCLI_USER_OBJECT, null, thrown.getCause(), thrown);
        }
    }
}
