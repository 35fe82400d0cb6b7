package dev.perfagent.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The sample's demo server as a process of its own, ended on close. */
final class RunningServer implements AutoCloseable {
    private static final long MOST_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final String baseUrl;

    private RunningServer(Process process, Path log, String baseUrl) {
        this.process = process;
        this.log = log;
        this.baseUrl = baseUrl;
    }

    /** @param options of its own, such as {@code --limit 100} */
    static RunningServer start(Path folder, String... options) throws IOException {
        Path log = folder.resolve("server.log");
        Jvm.Started started = Jvm.on(Jdk.own(), folder)
                .main(Jvm.SAMPLE.toString(), "com.example.ghpm.demo.DemoServer", "--port", "0", "--log", log.toString())
                .program(options)
                .start()
                .awaitOutput("\n");
        return new RunningServer(
                started.process(), log, Files.readString(started.out()).trim());
    }

    String baseUrl() {
        return baseUrl;
    }

    /** What it was asked so far: it writes a line before it answers. */
    ServerLog log() {
        return ServerLog.read(log);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(MOST_SECONDS, TimeUnit.SECONDS).join();
    }
}
