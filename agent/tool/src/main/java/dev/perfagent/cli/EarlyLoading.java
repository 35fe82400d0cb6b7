package dev.perfagent.cli;

import dev.perfagent.cli.output.DocumentPage;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.view.run.RunList;
import dev.perfagent.history.FirstReading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Loads, on a second thread and while the command line is still being read, the classes that nearly all commands need after that:
 * those that read the history and those that write tables. They take a third of a short command's time.
 */
final class EarlyLoading implements Runnable {
    private final Output nowhere;

    private EarlyLoading(Output nowhere) {
        this.nowhere = nowhere;
    }

    /** Begins; nobody has to wait for the end. */
    static void start(Charset charset, Screen screen) {
        Output nowhere = new Output(OutputStream.nullOutputStream(), charset, screen);
        Thread thread = new Thread(new EarlyLoading(nowhere), "perf-agent early loading");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
            DocumentPage.write(new RunList(now).of(FirstReading.read()), nowhere);
        } catch (IOException | RuntimeException | Error e) {
            return; // it comes again where it matters, and is reported there
        }
    }
}
