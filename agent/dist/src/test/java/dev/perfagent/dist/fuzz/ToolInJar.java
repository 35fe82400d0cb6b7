package dev.perfagent.dist.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The tool of the shipped jar, its commands run inside this JVM: a JVM for each would leave time for few. */
public final class ToolInJar implements AutoCloseable {
    /** A command on a small home takes milliseconds; one that takes this long hangs. */
    private static final int MOST_SECONDS = 60;

    private final URLClassLoader launch;
    private final Method run;
    private final ClassLoader isolated;
    private ExecutorService thread = newThread();

    public ToolInJar(Path jar) throws Exception {
        launch = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        Class<?> core = launch.loadClass("dev.perfagent.launch.CoreLoader");
        Object coreLoader = core.getDeclaredConstructor(File.class).newInstance(jar.toFile());
        isolated = (ClassLoader) launch.loadClass("dev.perfagent.launch.IsolatedLoader")
                .getConstructor(File.class, ClassLoader.class)
                .newInstance(jar.toFile(), coreLoader);
        run = isolated.loadClass("dev.perfagent.cli.Tool")
                .getMethod("run", String[].class, PrintStream.class, PrintStream.class, Map.class);
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, "tool");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Runs a command. A failure of it that is none of its exit codes is thrown. */
    public Ended run(List<String> arguments, Map<String, String> environment) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream toOut = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream toErr = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            int code = thread.submit(() -> invoke(arguments, toOut, toErr, environment))
                    .get(MOST_SECONDS, TimeUnit.SECONDS);
            toOut.flush();
            toErr.flush();
            return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } catch (TimeoutException hangs) {
            String stack = stack();
            thread.shutdownNow();
            thread = newThread();
            throw new AssertionError(arguments + " hangs at " + stack);
        } catch (ExecutionException thrown) {
            throw new AssertionError(arguments + " ended with an exception", thrown.getCause());
        }
    }

    private int invoke(List<String> arguments, PrintStream out, PrintStream err, Map<String, String> environment)
            throws ReflectiveOperationException {
        Thread.currentThread().setContextClassLoader(isolated);
        return (int) run.invoke(null, arguments.toArray(String[]::new), out, err, environment);
    }

    private static String stack() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals("tool"))
                .map(entry -> Arrays.toString(entry.getValue()))
                .findFirst()
                .orElse("no thread");
    }

    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        launch.close();
    }

    /** A command that has ended. */
    public record Ended(int exitCode, String out, String err) {}
}
