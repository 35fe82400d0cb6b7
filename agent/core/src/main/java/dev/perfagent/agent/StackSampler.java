package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the stacks of all threads every few milliseconds, and writes at the end how often it saw each: what {@code init} finds
 * methods by that are worth being phases. Loaded only if the variable {@code
 * PERF_AGENT_STACKS} names a folder for the file.
 *
 * <p>A line is a stack without the classes of the JDK, the outermost method first, and how often it was seen: {@code
 * a.Main.main;a.Work.load 12}, as flame graphs are made of.
 */
final class StackSampler extends Thread {
    private static final long PERIOD_MS = 5;

    /** More than a program has that one would read. */
    private static final int MOST_STACKS = 20_000;

    private static final int MOST_FRAMES = 300;

    private static final String[] NOT_THE_APPLICATION = {"java.", "javax.", "jdk.", "sun.", "com.sun.", "dev.perfagent."
    };

    private final File folder;
    private final AgentLog log;
    private final Map<String, Integer> seen = new HashMap<>();

    private StackSampler(String folder, AgentLog log) {
        super("perf-agent-stacks");
        this.folder = new File(folder);
        this.log = log;
        setDaemon(true);
    }

    /** Samples from now on, and writes when the process ends. */
    static void begin(String folder, AgentLog log) {
        StackSampler sampler = new StackSampler(folder, log);
        Runtime.getRuntime().addShutdownHook(new Thread("perf-agent-stacks-end") {
            @Override
            public void run() {
                sampler.write();
            }
        });
        sampler.start();
    }

    @Override
    public void run() {
        try {
            while (true) {
                sample();
                Thread.sleep(PERIOD_MS);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void sample() {
        for (Map.Entry<Thread, StackTraceElement[]> each :
                Thread.getAllStackTraces().entrySet()) {
            String stack = stack(each.getValue());
            if (stack != null) {
                synchronized (seen) {
                    Integer before = seen.get(stack);
                    if (before != null || seen.size() < MOST_STACKS) {
                        seen.put(stack, before == null ? 1 : before + 1);
                    }
                }
            }
        }
    }

    /** Null when nothing of the application is in it. */
    private static @Nullable String stack(StackTraceElement[] frames) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.min(frames.length, MOST_FRAMES) - 1; i >= 0; i--) {
            if (isOfApplication(frames[i].getClassName())) {
                text.append(text.length() == 0 ? "" : ";")
                        .append(frames[i].getClassName())
                        .append('.')
                        .append(frames[i].getMethodName());
            }
        }
        return text.length() == 0 ? null : text.toString();
    }

    private static boolean isOfApplication(String className) {
        for (String prefix : NOT_THE_APPLICATION) {
            if (className.startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }

    private void write() {
        Map<String, Integer> all;
        synchronized (seen) {
            all = new HashMap<>(seen);
        }
        File file = new File(folder, System.nanoTime() + ".stacks");
        try (Writer out = new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Integer> each : all.entrySet()) {
                out.append(each.getKey())
                        .append(' ')
                        .append(each.getValue().toString())
                        .append('\n');
            }
        } catch (IOException failure) {
            log.report("the sampled stacks could not be written", failure);
        }
    }
}
