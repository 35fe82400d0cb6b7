package dev.perfagent.export.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfagent.export.Form;
import dev.perfagent.history.History;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.StoredRun;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PusherTest {
    private static final Form FORM = new Form() {
        @Override
        public String path() {
            return "/runs";
        }

        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public String text(List<StoredRun> runs) {
            return "runs";
        }
    };

    @TempDir
    private Path folder;

    @Test
    void aServiceThatIsNotThereIsAskedMoreAndMoreSeldomAndReportedInPlainWords() throws IOException {
        String address;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "http://127.0.0.1:" + gone.getLocalPort();
        }
        new SampleHome(folder).add(SampleRun.plain("r1", "2026-11-20T10:00:00Z"));
        List<StoredRun> runs = new History(folder).collect(RunSelection.ALL, Collectors.toList());
        List<Duration> pauses = new ArrayList<>();
        Destination datadog = Services.datadog(address, Map.of("DD_API_KEY", "0123456789"));

        try (Pusher pusher = Pusher.to(
                datadog, List.of(FORM), folder.resolve("sent"), new Waiting(Clock.systemUTC(), pauses::add))) {
            assertThatThrownBy(() -> pusher.send(runs))
                    .isInstanceOf(PushException.class)
                    .hasMessageStartingWith("datadog at " + address + " does not answer: the connection is refused\n");
        }

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L);
    }
}
