package dev.perfagent.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackServerTest {
    private static final String TOKEN = "0123456789abcdef";

    private final List<String> problems = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start(
                0,
                TOKEN,
                Map.<String, PageAnswer.Source>of(
                        "",
                        () -> new PageAnswer("text/plain", "\"1\"", "page"),
                        "below/1",
                        () -> new PageAnswer("text/plain", "\"2\"", "page"),
                        "broken",
                        () -> {
                            throw new IOException("no disk");
                        })::get,
                problems::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GET     | /0123456789abcdef/       | 127.0.0.1:PORT  | 200
        GET     | /0123456789abcdef/       | localhost:PORT  | 200
        HEAD    | /0123456789abcdef/       | 127.0.0.1:PORT  | 200
        GET     | /                        | 127.0.0.1:PORT  | 404
        GET     | /0123456789abcdee/       | 127.0.0.1:PORT  | 404
        GET     | /0123456789abcdef        | 127.0.0.1:PORT  | 404
        GET     | /0123456789abcdef/other  | 127.0.0.1:PORT  | 404
        GET     | /0123456789abcdef/../    | 127.0.0.1:PORT  | 404
        GET     | /0123456789abcdef/below/1 | 127.0.0.1:PORT | 200
        GET     | /0123456789abcdee/below/1 | 127.0.0.1:PORT | 404
        GET     | /0123456789abcdef/below/../below/1 | 127.0.0.1:PORT | 404
        GET     | /0123456789abcdef/       | evil.example    | 421
        GET     | /0123456789abcdef/       | 127.0.0.1       | 421
        GET     | /0123456789abcdef/       | evil.example:PORT | 421
        POST    | /0123456789abcdef/       | 127.0.0.1:PORT  | 405
        DELETE  | /0123456789abcdef/       | 127.0.0.1:PORT  | 405
        PUT     | /0123456789abcdef/       | 127.0.0.1:PORT  | 405
        PATCH   | /0123456789abcdef/       | 127.0.0.1:PORT  | 405
        TRACE   | /0123456789abcdef/       | 127.0.0.1:PORT  | 405
        OPTIONS | /0123456789abcdef/       | 127.0.0.1:PORT  | 405
        POST    | /0123456789abcdee/       | 127.0.0.1:PORT  | 404
        POST    | /0123456789abcdef/       | evil.example    | 421
        GET     | /0123456789abcdef/broken | 127.0.0.1:PORT  | 500
        """)
    void onlyWhoKnowsTheTokenAndNamesThisMachineGetsAnAnswer(String method, String path, String host, int status)
            throws IOException {
        String answer = ask(method + " " + path + " HTTP/1.1", "Host: " + host.replace("PORT", "" + port()));

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.endsWith("\r\n\r\npage")).isEqualTo(status == 200 && method.equals("GET"));
        assertThat(answer).containsIgnoringCase("referrer-policy: no-referrer").doesNotContain("Access-Control");
        assertThat(problems).hasSize(status == 500 ? 1 : 0);
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() throws IOException {
        String host = "Host: 127.0.0.1:" + port();

        assertThat(ask("GET /" + TOKEN + "/ HTTP/1.1", host, "If-None-Match: \"1\""))
                .startsWith("HTTP/1.1 304 ");
        assertThat(ask("GET /" + TOKEN + "/ HTTP/1.1", host, "If-None-Match: \"0\""))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void itListensOnLoopbackOnly() {
        assertThat(server.address()).startsWith("http://127.0.0.1:");
    }

    private int port() {
        return URI.create(server.address()).getPort();
    }

    /** By hand, because a client of HTTP would not send such hosts and paths. */
    private String ask(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
