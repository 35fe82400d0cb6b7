package dev.perfagent.attach;

import dev.perfagent.launch.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;

/**
 * Asks a running JVM to begin or to end a measurement, see {@link Attachment}.
 *
 * @param jar the agent
 */
public record Attaching(Path jar, long pid) {
    /**
     * It measures itself from now on.
     *
     * @param options as they are given to {@code -javaagent}
     * @param mostMillis after which it ends by itself, should nobody ask for the end
     * @return problems of the configuration
     */
    public List<String> begin(String options, long mostMillis) throws IOException, AttachProblem {
        List<String> answer = ask(Attachment.BEGIN + '\n' + mostMillis + '\n' + options);
        if (!answer.get(0).equals(Attachment.MEASURES)) {
            throw problem(answer);
        }
        return answer.subList(1, answer.size());
    }

    /** It ends the measurement; the id of the stored run, null when none was stored. */
    public @Nullable String end() throws IOException, AttachProblem {
        List<String> answer = ask(Attachment.END);
        if (!answer.get(0).equals(Attachment.ENDED)) {
            throw problem(answer);
        }
        return answer.size() > 1 ? answer.get(1) : null;
    }

    private AttachProblem problem(List<String> answer) {
        return new AttachProblem("process " + pid + " is not measured: "
                + String.join(" ", answer.subList(Math.min(1, answer.size()), answer.size())));
    }

    private List<String> ask(String text) throws IOException, AttachProblem {
        Path folder = Files.createTempDirectory("perf-agent-attach");
        Path request = folder.resolve("request");
        Path answer = folder.resolve(request.getFileName() + Attachment.ANSWER);
        try {
            Files.writeString(request, text);
            ByteBuddyAgent.attach(jar.toFile(), Long.toString(pid), request.toString());
            if (!Files.exists(answer)) {
                throw new AttachProblem("process " + pid + " loaded the agent and gave no answer");
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
