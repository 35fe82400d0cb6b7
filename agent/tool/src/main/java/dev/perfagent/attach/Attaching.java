package dev.perfagent.attach;

import dev.perfagent.launch.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * Asks a running JVM to begin or to end a measurement, see {@link Attachment}.
 *
 * @param jar the agent
 * @param name of the measurement; no other one has it
 */
public record Attaching(Path jar, long pid, String name) {
    public Attaching(Path jar, long pid) {
        this(jar, pid, UUID.randomUUID().toString());
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
        List<String> answer = ask(Attachment.BEGIN + '\n' + mostMillis + '\n' + options + '\n' + name);
        if (!answer.get(0).equals(Attachment.MEASURES)) {
            throw problem(answer);
        }
        return answer.subList(1, answer.size());
    }

    /** It ends the measurement that {@link #begin} began. */
    public End end() throws IOException, AttachProblem {
        return end(Attachment.END + '\n' + name);
    }

    /** It ends the measurement that goes on, whoever began it. */
    public End endAny() throws IOException, AttachProblem {
        return end(Attachment.END);
    }

    private End end(String request) throws IOException, AttachProblem {
        List<String> answer = ask(request);
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

    private List<String> ask(String text) throws IOException, AttachProblem {
        Path folder = Files.createTempDirectory(folder(), "perf-agent-attach");
        Path request = folder.resolve("request");
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
            Files.deleteIfExists(folder);
        }
    }
}
