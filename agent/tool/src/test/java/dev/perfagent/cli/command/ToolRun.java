package dev.perfagent.cli.command;

import dev.perfagent.cli.option.CommonOptions;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.session.Session;
import dev.perfagent.history.Liveness;
import dev.perfagent.prepare.Launcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command line did, on a machine where it is 20 November 2026, 11:00 in Paris.
 *
 * @param code the exit code
 */
public record ToolRun(int code, String out, String err) {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("Europe/Paris"));
    static final Screen UNICODE = new Screen(false, true);

    public static ToolRun of(Path home, String... arguments) {
        return on(UNICODE, home, arguments);
    }

    static ToolRun on(Screen screen, Path home, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return to(out, screen, home, arguments);
    }

    static ToolRun to(OutputStream out, Screen screen, Path home, String... arguments) {
        Launcher none = (command, aside) -> {
            throw new IOException("nothing can be started here");
        };
        return start(out, screen, Map.of("PERF_AGENT_HOME", home.toString()), null, none, arguments);
    }

    /** Where commands can be started, and the tool came in that jar. */
    static ToolRun starting(
            Map<String, String> environment, @Nullable Path agentJar, Launcher launcher, String... arguments) {
        return start(new ByteArrayOutputStream(), UNICODE, environment, agentJar, launcher, arguments);
    }

    private static ToolRun start(
            OutputStream out,
            Screen screen,
            Map<String, String> environment,
            @Nullable Path agentJar,
            Launcher launcher,
            String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Charset charset = screen.unicode() ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
        Session session = new Session(
                new Output(out, charset, screen),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                CLOCK,
                new NothingRuns(),
                agentJar,
                launcher,
                new CommonOptions());
        int code = new CommandRunner(session, "1.2.3").run(arguments);
        return new ToolRun(code, text(out.toString()), text(err.toString(StandardCharsets.UTF_8)));
    }

    private static String text(String written) {
        return written.replace(System.lineSeparator(), "\n");
    }

    /** A machine on which every process of a marker is gone. */
    private static final class NothingRuns implements Liveness {
        @Override
        public boolean isAlive(long pid, @Nullable Long startTicks, Instant startedBefore) {
            return false;
        }

        @Override
        public @Nullable String host() {
            return null;
        }
    }
}
