package dev.perfagent.cli;

import dev.perfagent.cli.command.CommandRunner;
import dev.perfagent.cli.option.CommonOptions;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.output.StandardStream;
import dev.perfagent.cli.session.Session;
import dev.perfagent.history.SystemLiveness;
import dev.perfagent.monitor.MonitorOrder;
import dev.perfagent.monitor.MonitorProcess;
import dev.perfagent.prepare.ConsoleLauncher;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;

/** The one entry: core's main finds it by its name, in a loader of its own. */
public final class Tool {
    private Tool() {}

    /**
     * Runs one command.
     *
     * @return the exit code: 0 fine, 1 verdict against, 2 wrong usage or no matching run, 3 cannot read or write
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err, Map<String, String> environment) {
        if (MonitorOrder.isMeant(arguments)) {
            return MonitorProcess.run(arguments);
        }
        Charset charset = Terminal.charset(out);
        Screen screen = Terminal.screen(out, charset, environment);
        EarlyLoading.start(charset, screen);
        Session session = new Session(
                new Output(new StandardStream(out), charset, screen),
                err,
                environment,
                new LocalClock(),
                new SystemLiveness(Path.of("/proc")),
                OwnJar.path(),
                new ConsoleLauncher(err),
                new CommonOptions());
        return new CommandRunner(session, Version.read())
                .run(GivenArguments.typed(arguments, Path.of("/proc/self/cmdline")));
    }
}
