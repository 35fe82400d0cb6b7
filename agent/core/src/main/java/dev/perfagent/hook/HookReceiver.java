package dev.perfagent.hook;

import org.jspecify.annotations.Nullable;

/**
 * Hands hooks on to {@link Hooks}, and keeps every failure there from the application.
 *
 * <p>{@link BootHandoff} defines it as a subclass of the boot loader's copy of {@link Handoff}; nothing may load it earlier.
 */
final class HookReceiver extends Handoff {
    private final Hooks hooks;

    private HookReceiver(Hooks hooks) {
        this.hooks = hooks;
    }

    static void connect(Hooks hooks) {
        Handoff.connect(new HookReceiver(hooks));
    }

    static void disconnect() {
        Handoff.connect(null);
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // the application comes first, whatever fails in us
    protected @Nullable Object entered(int site, @Nullable Object self, @Nullable Object argument) {
        try {
            return hooks.entered(site, self, argument);
        } catch (Throwable failure) {
            report(site, failure);
            return null;
        }
    }

    @Override
    protected void exited(int site, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        try {
            hooks.exited(site, token, result, thrown);
        } catch (Throwable failure) {
            report(site, failure);
        }
    }

    private void report(int site, Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return; // the application's own, which ran out in here by chance; to report it would take more of the stack
        }
        try {
            hooks.failed(site, failure);
        } catch (Throwable lost) {
            // Nobody is left to report to: this is the innermost guard between us and the application.
            return;
        }
    }
}
