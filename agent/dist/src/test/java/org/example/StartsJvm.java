package org.example;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Starts a JVM like its own, which prints what it was started with. */
public final class StartsJvm {
    private StartsJvm() {}

    /** With {@code child} it is that JVM. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            System.out.println(
                    "arguments " + ManagementFactory.getRuntimeMXBean().getInputArguments());
            System.out.println("variable " + System.getenv("JAVA_TOOL_OPTIONS"));
            return;
        }
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartsJvm.class.getName(),
                        "child")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        System.out.print(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        System.exit(child.waitFor());
    }
}
