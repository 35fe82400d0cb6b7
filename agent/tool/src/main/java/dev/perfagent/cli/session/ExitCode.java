package dev.perfagent.cli.session;

/** What commands return; part of what users may rely on. */
public final class ExitCode {
    /** All is well, or there is nothing to report. */
    public static final int FINE = 0;

    /** The verdict is against what was looked at. */
    public static final int AGAINST = 1;

    /** The command line is wrong, or names what is not there: no run fits. */
    public static final int USAGE = 2;

    /** Something cannot be read or written. */
    public static final int IO = 3;

    private ExitCode() {}
}
