package dev.perfagent.launch;

import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** The entry point of {@code java -jar perf-agent.jar}: opens the tool behind the isolated loader. */
public final class Main {
    private static final String TOOL = "dev.perfagent.cli.Tool";

    /** Room for threads that start while they are counted. */
    private static final int SPARE = 8;

    private Main() {}

    /** Runs a command of the tool; the process ends with its code. */
    public static void main(String[] arguments) throws Exception {
        File jar = PerfAgent.jar();
        ClassLoader loader = new IsolatedLoader(jar, new CoreLoader(jar));
        Thread.currentThread().setContextClassLoader(loader);
        int code;
        try {
            code = (int) Class.forName(TOOL, true, loader)
                    .getMethod("run", String[].class, PrintStream.class, PrintStream.class, Map.class)
                    .invoke(null, arguments, System.out, System.err, System.getenv());
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Error) {
                throw (Error) thrown.getCause();
            }
            throw (Exception) thrown.getCause();
        }
        if (code != 0 || isOtherThreadAlive()) {
            System.exit(code);
        }
    }

    /**
     * Whether a thread is left that the JVM would wait for. Without one, the end of {@code main} ends the process, and saves the
     * logger that JDK 21 and later make in {@code System.exit}.
     */
    private static boolean isOtherThreadAlive() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        Thread[] threads = new Thread[group.activeCount() + SPARE];
        int count = group.enumerate(threads);
        boolean isAlive = count == threads.length; // there may be more
        for (int i = 0; i < count; i++) {
            isAlive |= threads[i] != Thread.currentThread() && !threads[i].isDaemon();
        }
        return isAlive;
    }
}
