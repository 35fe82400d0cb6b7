package dev.perfagent.attach;

import java.io.Serial;

/** Why a JVM is not measured; the message is for the user. */
public final class AttachProblem extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    AttachProblem(String message) {
        super(message);
    }

    /**
     * What the JDK says of an attempt to attach, in words that say what to do.
     *
     * @param thrown by the library, with what the JDK threw somewhere among its causes
     */
    static AttachProblem of(long pid, Throwable thrown) {
        StringBuilder all = new StringBuilder();
        String last = "";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            all.append(cause.getClass().getSimpleName())
                    .append(' ')
                    .append(message)
                    .append('\n');
            last = message == null ? last : message;
        }
        String text = all.toString();
        if (text.contains("Dynamic agent loading is not enabled")) {
            return new AttachProblem("process " + pid
                    + " was started with -XX:-EnableDynamicAgentLoading, so it loads no agent while it runs");
        }
        if (text.contains("No such process")) {
            return new AttachProblem("process " + pid + " has ended");
        }
        if (text.contains("Unable to open socket file") || text.contains("AttachNotSupportedException")) {
            return new AttachProblem("process " + pid + " does not answer: it was started with "
                    + "-XX:+DisableAttachMechanism, is not a JVM of HotSpot's kind, or hangs (the JDK says: " + last
                    + ")");
        }
        if (text.contains("No compatible attachment provider")) {
            return new AttachProblem(
                    "this Java cannot attach, because it has no module jdk.attach; run perf-agent with a JDK");
        }
        return new AttachProblem("process " + pid + " could not be attached to: " + last);
    }
}
