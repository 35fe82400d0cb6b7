package dev.perfagent.prepare;

/** A process that is ended when we are, as by Ctrl-C: whoever ends us means the command. */
public final class EndWithUs implements AutoCloseable {
    private final Process process;
    private final Thread hook;

    public EndWithUs(Process process) {
        this.process = process;
        hook = new Thread(process::destroy, "end-of-the-command");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits for its end, and returns its exit code. */
    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** The process is over. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // it is running already
        }
    }
}
