package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Run;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The application has its answer and ends, while a thread of the client has not yet recorded it. */
final class AnswerAtTheEndTest {
    private final RecordingSession session = new RecordingSession();
    private final CountDownLatch isRead = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Test
    @Timeout(60)
    void theEndWaitsUntilTheAnswerIsRecordedAsAWhole() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://api.github.com/user"))
                .build();
        Map<String, List<String>> headers =
                Map.of("x-ratelimit-limit", List.of("5000"), "x-ratelimit-remaining", List.of("4999"));
        CompletableFuture<HttpResponse<String>> answer = new CompletableFuture<>();
        Object[] facts = {request.method(), request.uri(), false};
        Object token = session.recorder.entered(Site.HTTP_CALL_LATER.number(), null, facts);
        session.recorder.exited(Site.HTTP_CALL_LATER.number(), token, answer, null);
        Thread client = new Thread(() -> answer.complete(new Answered(request, 200, headers, this::pause)));
        client.start();
        isRead.await();
        Run[] run = new Run[1];
        Thread end = new Thread(() -> run[0] = session.end());
        end.start();
        while (end.getState() != Thread.State.BLOCKED && end.isAlive()) {
            Thread.onSpinWait();
        }

        mayGoOn.countDown();
        end.join();
        client.join();

        assertThat(Objects.requireNonNull(run[0].gitHubApi()).requestsMade()).isEqualTo(1);
        assertThat(session.failures).isEmpty();
    }

    private void pause() {
        isRead.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
