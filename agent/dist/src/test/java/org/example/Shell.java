package org.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A shell, made with picocli: it reads its lines from the files {@code line.0}, {@code line.1} and so on in its folder. */
@Command(name = "example-shell")
public final class Shell {
    private static final long PAUSE_MS = 2;

    private Shell() {}

    /** Reads lines until one of them ends the process. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("ready");
        for (int i = 0; ; i++) {
            Path line = Path.of("line." + i);
            await(() -> Files.exists(line));
            int code =
                    new CommandLine(new Shell()).execute(Files.readString(line).split(" ", -1));
            System.out.println("line " + i + " ended with " + code);
        }
    }

    @Command(name = "wait")
    void waitFor(@Option(names = "--for") Path file) throws InterruptedException {
        System.out.println("waits");
        await(() -> step(file));
    }

    @Command(name = "work")
    int work(@Option(names = "--code") int code) {
        step(Path.of("."));
        return code;
    }

    @Command(name = "leave")
    void leave(@Option(names = "--code") int code) {
        System.exit(code);
    }

    private static boolean step(Path file) {
        return Files.exists(file);
    }

    private static void await(Callable<Boolean> condition) throws InterruptedException {
        try {
            while (!condition.call()) {
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
