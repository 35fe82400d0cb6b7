package dev.perfagent.hook;

import org.jspecify.annotations.Nullable;

/**
 * The one class that woven code calls.
 *
 * <p>It knows JDK types only, because in a measured JVM it lives in the boot loader, where every class of every loader can see
 * it, under the name {@link #BOOT_NAME}: {@code java.*} is the only package that all isolated loaders delegate.
 */
public abstract class Handoff {
    /** The internal name under which {@link BootHandoff} defines this class. */
    public static final String BOOT_NAME = "java/lang/PerfAgentHandoff";

    private static @Nullable Handoff receiver;

    protected Handoff() {}

    /** From now on hooks are handed to that receiver; to nobody when it is null. Called before any woven class runs. */
    public static void connect(@Nullable Handoff newReceiver) {
        receiver = newReceiver;
    }

    /**
     * A woven method is entered. Never throws.
     *
     * @param site see {@link Site}
     * @param self what the site says, else null
     * @param argument what the site says, else null
     * @return a token for {@link #exit}; null when there is nothing to do there
     */
    public static @Nullable Object enter(int site, @Nullable Object self, @Nullable Object argument) {
        Handoff to = receiver;
        return to == null ? null : to.entered(site, self, argument);
    }

    /**
     * A woven method is left, by return or by exception. Never throws.
     *
     * @param token what {@link #enter} returned
     * @param result what the site says, else null
     * @param thrown the exception on its way out; null on return
     */
    public static void exit(int site, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        Handoff to = receiver;
        if (to != null) {
            to.exited(site, token, result, thrown);
        }
    }

    /** {@link #enter} for the receiver. */
    protected abstract @Nullable Object entered(int site, @Nullable Object self, @Nullable Object argument);

    /** {@link #exit} for the receiver. */
    protected abstract void exited(
            int site, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown);
}
