package dev.perfagent.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The profiler that each JDK has. */
final class FlightRecorder {
    /** What only the JVM itself knows. */
    private static final String JVM = """
        <?xml version="1.0" encoding="UTF-8"?>
        <configuration version="2.0">
          <event name="jdk.GCPhasePause"><setting name="enabled">true</setting>
            <setting name="threshold">0 ms</setting></event>
          <event name="jdk.Compilation"><setting name="enabled">true</setting>
            <setting name="threshold">1 ms</setting></event>
          <event name="jdk.ClassLoad"><setting name="enabled">true</setting>
            <setting name="threshold">0 ms</setting><setting name="stackTrace">false</setting></event>
        """;

    private static final String SAMPLES = """
          <event name="jdk.ExecutionSample"><setting name="enabled">true</setting>
            <setting name="period">10 ms</setting></event>
          <event name="jdk.NativeMethodSample"><setting name="enabled">true</setting>
            <setting name="period">10 ms</setting></event>
          <event name="jdk.ObjectAllocationSample"><setting name="enabled">true</setting>
            <setting name="throttle">1000/s</setting><setting name="stackTrace">true</setting></event>
          <event name="jdk.JavaMonitorEnter"><setting name="enabled">true</setting>
            <setting name="threshold">100 us</setting><setting name="stackTrace">true</setting></event>
          <event name="jdk.ThreadPark"><setting name="enabled">true</setting>
            <setting name="threshold">100 us</setting><setting name="stackTrace">true</setting></event>
        """;

    /** A Java made by jlink may lack this module. Then a JVM does not start if it is told to record. */
    static final String MODULE = "jdk.jfr";

    /** Has a JVM print its modules and end. */
    static final String LIST_MODULES = "--list-modules";

    private FlightRecorder() {}

    /** Whether that Java has it. One that cannot list its modules is taken to have it, and says itself what is wrong. */
    static boolean isIn(String java, Path folder) throws IOException {
        Path modules = folder.resolve("modules");
        return JavaTrial.exitCode(List.of(java, LIST_MODULES), modules) != 0 || isListed(modules);
    }

    /** Whether it is among the modules that a JVM printed into that file. */
    static boolean isListed(Path modules) throws IOException {
        return new String(Files.readAllBytes(modules), StandardCharsets.UTF_8)
                .lines()
                .anyMatch(line -> line.startsWith(MODULE));
    }

    /**
     * What Java is started with; it prints nothing, and writes a file for each process to that folder.
     *
     * @param samples whether it samples threads too
     */
    static List<String> flags(Path folder, boolean samples) throws IOException {
        Path settings = folder.resolve("events.jfc");
        Files.writeString(settings, JVM + (samples ? SAMPLES : "") + "</configuration>\n");
        return List.of(
                "-Xlog:jfr+startup=error",
                "-XX:StartFlightRecording=settings=" + settings + ",filename=" + folder + ",dumponexit=true");
    }
}
