package dev.perfagent.attach;

import dev.perfagent.launch.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;

/** Asks a running JVM to begin or to end a measurement, see {@link Attachment}. */
public final class Attaching {
    private static final String PREFIX = "perf-agent-attach";
    private static final String REQUEST = "request";
    private static final long PERIOD_NANOS = 20_000_000;

    /** A JVM that does not end the measurement by then is asked in the other way. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private final Path jar;
    private final long pid;

    /** Of the measurement; no other one has it. */
    private final String name = UUID.randomUUID().toString();

    private @Nullable Path begun;

    /** @param jar the agent */
    public Attaching(Path jar, long pid) {
        this.jar = jar;
        this.pid = pid;
    }

    /** Where requests and answers are, and, on Linux, the JDK's way to ask for an attachment. */
    public static Path folder() throws IOException {
        return Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
    }

    /** How a measurement ended. */
    public sealed interface End {}

    /**
     * As it was asked to.
     *
     * @param run the id of the stored run; empty when none was stored
     */
    public record Ended(Optional<String> run) implements End {}

    /** It was over already, or there was none. */
    public record NotMeasured() implements End {}

    /**
     * It measures itself from now on.
     *
     * @param options as they are given to {@code -javaagent}
     * @param mostMillis after which it ends by itself, should nobody ask for the end
     * @return problems of the configuration
     */
    public List<String> begin(String options, long mostMillis) throws IOException, AttachProblem {
        Path folder = Files.createTempDirectory(folder(), PREFIX);
        List<String> answer;
        try {
            answer = ask(folder, Attachment.BEGIN + '\n' + mostMillis + '\n' + options + '\n' + name);
            if (!answer.get(0).equals(Attachment.MEASURES)) {
                throw problem(answer);
            }
            begun = folder;
        } finally {
            if (begun == null) {
                Files.deleteIfExists(folder);
            }
        }
        return answer.subList(1, answer.size());
    }

    /** It ends the measurement that {@link #begin} began. */
    public End end() throws IOException, AttachProblem {
        Path folder = begun;
        List<String> answer = folder == null ? null : askByFile(folder);
        return answer == null ? end(Attachment.END + '\n' + name) : end(answer);
    }

    /** The process has ended, and with it the measurement. */
    public void gone() throws IOException {
        if (begun != null) {
            delete(begun);
        }
    }

    /** Null when there is no answer. */
    private @Nullable List<String> askByFile(Path folder) throws IOException {
        Path answer = folder.resolve(REQUEST + Attachment.ENDING + Attachment.ANSWER);
        try {
            Files.createFile(folder.resolve(REQUEST + Attachment.ENDING));
            long until = System.nanoTime() + MOST_NANOS;
            while (!Files.exists(answer)) {
                if (System.nanoTime() - until > 0 || ProcessHandle.of(pid).isEmpty()) {
                    return null;
                }
                LockSupport.parkNanos(PERIOD_NANOS);
            }
            return Files.readAllLines(answer);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(REQUEST + Attachment.ENDING));
        Files.deleteIfExists(folder.resolve(REQUEST + Attachment.ENDING + Attachment.ANSWER));
        Files.deleteIfExists(folder);
    }

    /** It ends the measurement that goes on, whoever began it. */
    public End endAny() throws IOException, AttachProblem {
        return end(Attachment.END);
    }

    private End end(String request) throws IOException, AttachProblem {
        Path folder = Files.createTempDirectory(folder(), PREFIX);
        try {
            return end(ask(folder, request));
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    private End end(List<String> answer) throws AttachProblem {
        return switch (answer.get(0)) {
            case Attachment.ENDED -> new Ended(answer.stream().skip(1).findFirst());
            case Attachment.OTHER -> new NotMeasured();
            default -> throw problem(answer);
        };
    }

    private AttachProblem problem(List<String> answer) {
        return new AttachProblem("process " + pid + " is not measured: "
                + String.join(" ", answer.subList(Math.min(1, answer.size()), answer.size())));
    }

    private List<String> ask(Path folder, String text) throws IOException, AttachProblem {
        Path request = folder.resolve(REQUEST);
        Path answer = folder.resolve(request.getFileName() + Attachment.ANSWER);
        try {
            Files.writeString(request, text);
            ByteBuddyAgent.attach(jar.toFile(), Long.toString(pid), request.toString());
            if (!Files.exists(answer)) {
                throw new AttachProblem(
                        "process " + pid + " loaded the agent and gave no answer: it could not read " + request);
            }
            return Files.readAllLines(answer);
        } catch (RuntimeException | LinkageError failure) {
            throw AttachProblem.of(pid, failure);
        } finally {
            Files.deleteIfExists(request);
            Files.deleteIfExists(answer);
        }
    }
}
