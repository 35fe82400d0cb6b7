package dev.perfagent.launch;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures a JVM that runs already, from one request of the tool to another. Request and answer are files: the JVM prints on the
 * application's stderr what an agent throws, and hands it 1,024 characters at most.
 *
 * <p>Requests are {@value #BEGIN}, then the milliseconds after which the measurement ends by itself, agent options, and a name
 * for the measurement, a line each; or {@value #END}, and that name unless any measurement is meant. Answers are
 * {@value #MEASURES}, then problems, a line each; {@value #ENDED} and the run's id; {@value #OTHER} if there is none, or one of
 * another name; or {@value #PROBLEM} and what it is.
 *
 * <p>The JDK prints a warning for each request, because it loads the agent again. So whoever asked for a measurement asks for its
 * end by a file of the request's name and {@value #ENDING}, which is answered likewise.
 */
public final class Attachment {
    public static final String BEGIN = "begin";
    public static final String END = "end";
    public static final String MEASURES = "measures";
    public static final String ENDED = "ended";
    public static final String OTHER = "other";
    public static final String PROBLEM = "problem";

    /** Added to the name of the request's file. */
    public static final String ANSWER = ".answer";

    /** Likewise. */
    public static final String ENDING = ".end";

    /** Of an answer that is not written yet. */
    private static final String UNFINISHED = ".part";

    private static final String MEASURER = "dev.perfagent.agent.AttachedMeasurement";

    private static @Nullable Measurement current;
    private static @Nullable String currentName;

    private Attachment() {}

    /** What core does for a request; one object a measurement, in a core of its own. */
    public interface Measurement {
        /**
         * Measures from now on.
         *
         * @param mostMillis after which it ends by itself
         * @param ending the file whose creation asks for the end
         * @return problems of options and configuration, a line each
         * @throws IllegalStateException when this JVM is not to be measured; the message is for the user
         */
        List<String> begin(
                AgentOptions options, File agentJar, Instrumentation instrumentation, long mostMillis, File ending)
                throws Exception;

        /** Whether it has ended. */
        boolean isOver();

        /** Ends it, and returns the id of the stored run; null when none was stored. */
        @Nullable
        String end();
    }

    /**
     * Answers a request. Never throws.
     *
     * @param startedWithUs whether this JVM was started with the agent, and is measured as a whole
     */
    static synchronized void answer(File request, Instrumentation instrumentation, boolean startedWithUs) {
        String answer;
        try (InputStream in = new FileInputStream(request);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            answer = END.equals(lines.readLine())
                    ? end(lines.readLine())
                    : begin(
                            lines.readLine(),
                            lines.readLine(),
                            lines.readLine(),
                            new File(request.getPath() + ENDING),
                            instrumentation,
                            startedWithUs);
        } catch (IllegalStateException refused) {
            answer = PROBLEM + '\n' + refused.getMessage();
        } catch (Throwable failure) {
            answer = PROBLEM + "\nperf-agent could not start in it: " + failure;
        }
        write(request, answer);
    }

    /** Answers a request with the end of the measurement: it was ended in this way, or in another one. Never throws. */
    public static void answerEnd(File ending, boolean isEndedByIt, @Nullable String run) {
        write(ending, isEndedByIt ? ended(run) : OTHER);
    }

    private static String ended(@Nullable String run) {
        return run == null ? ENDED : ENDED + '\n' + run;
    }

    private static void write(File request, String answer) {
        File part = new File(request.getPath() + UNFINISHED);
        try (OutputStream out = new FileOutputStream(part)) {
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unread) {
            return; // whoever asked has gone
        }
        part.renameTo(new File(request.getPath() + ANSWER));
    }

    private static String begin(
            @Nullable String millis,
            @Nullable String options,
            @Nullable String name,
            File ending,
            Instrumentation instrumentation,
            boolean startedWithUs)
            throws Exception {
        if (startedWithUs) {
            throw new IllegalStateException("it is measured already: it was started with perf-agent");
        }
        Measurement running = current;
        if (running != null && !running.isOver()) {
            throw new IllegalStateException("it is measured already by another 'attach'; 'attach --stop' ends that");
        }
        if (millis == null) {
            throw new IllegalStateException("the request is not complete");
        }
        File jar = PerfAgent.jar();
        Measurement begun = Class.forName(MEASURER, true, new CoreLoader(jar))
                .asSubclass(Measurement.class)
                .getConstructor()
                .newInstance();
        List<String> problems = begun.begin(
                AgentOptions.parse(options, Map.of()), jar, instrumentation, Long.parseLong(millis), ending);
        current = begun;
        currentName = name;
        StringBuilder answer = new StringBuilder(MEASURES);
        for (String problem : problems) {
            answer.append('\n').append(problem);
        }
        return answer.toString();
    }

    private static String end(@Nullable String name) {
        Measurement running = current;
        if (running == null || name != null && !name.equals(currentName)) {
            return OTHER;
        }
        String id = running.end();
        current = null;
        return ended(id);
    }
}
