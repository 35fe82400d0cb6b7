package dev.perfagent.launch;

import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** The entry point of {@code java -jar perf-agent.jar}: opens the tool behind the isolated loader. */
public final class Main {
    private static final String TOOL = "dev.perfagent.cli.Tool";

    private Main() {}

    /** Runs a command of the tool and exits with its code. */
    public static void main(String[] arguments) throws Exception {
        File jar = AgentJar.file();
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
        System.exit(code);
    }
}
