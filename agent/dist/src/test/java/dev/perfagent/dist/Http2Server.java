package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The same answers as {@link ContractServer}, by HTTP/2 without encryption, to which a client may also upgrade. */
final class Http2Server implements ClientServer {
    private static final String ARRIVED = "/arrived";

    private final ServedCounts served = new ServedCounts();
    private final Map<String, CompletableFuture<Boolean>> arrived = new ConcurrentHashMap<>();
    private final AtomicInteger older = new AtomicInteger();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .protocol(HttpProtocol.H2C, HttpProtocol.HTTP11)
            .handle(this::answer)
            .bindNow();

    @Override
    public String address() {
        return "http://127.0.0.1:" + server.port() + ContractServer.PREFIX;
    }

    @Override
    public ServedCounts served() {
        return served;
    }

    /** All requests of the clients came by HTTP/2. */
    @Override
    public void close() {
        server.disposeNow();
        assertThat(older).as("requests by HTTP/1.1").hasValue(0);
    }

    private CompletableFuture<Boolean> arrived(String path) {
        return arrived.computeIfAbsent(path, unseen -> new CompletableFuture<>());
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String whole = URI.create(request.uri()).getPath();
        if (whole.startsWith(ARRIVED)) {
            return Mono.fromFuture(arrived(whole.substring(ARRIVED.length())))
                    .then(response.status(200).send());
        }
        if (request.version().majorVersion() < 2) {
            older.incrementAndGet();
        }
        String path = whole.substring(ContractServer.PREFIX.length());
        return request.receive().then(Mono.defer(() -> Mono.from(answer(path, response))));
    }

    private Publisher<Void> answer(String path, HttpServerResponse response) {
        return switch (path.substring(path.lastIndexOf('-') + 1)) {
            case "unchanged" -> send(response, path, 304, 0);
            case "missing" -> send(response, path, 404, ContractServer.SUCCESS_BYTES);
            case "limited" -> send(response.header("Retry-After", "1"), path, 429, ContractServer.SUCCESS_BYTES);
            case "redirect" -> send(response.header("Location", ContractServer.PREFIX + path + "ed"), path, 302, 0);
            case "slow" ->
                Mono.delay(Duration.ofMillis(ContractServer.SLOW_MS))
                        .then(Mono.defer(() -> Mono.from(send(response, path, 200, ContractServer.SUCCESS_BYTES))));
            case "posted" -> send(response, path, 200, ContractServer.POSTED_BYTES);
            case "chunked" -> {
                served.count(path, 200, 0);
                yield response.status(200)
                        .sendByteArray(Flux.just(new byte[ContractServer.CHUNKED_BYTES - 1], new byte[1]));
            }
            case "broken" -> {
                served.count(path, 200, ContractServer.BROKEN_BYTES);
                yield response.status(200)
                        .header("Content-Length", String.valueOf(ContractServer.BROKEN_BYTES))
                        .sendByteArray(
                                Flux.just(new byte[10]).concatWith(Mono.error(new IllegalStateException("end"))));
            }
            case "timeout", "cancelled" -> {
                arrived(path).complete(true);
                yield Mono.never();
            }
            default -> send(response, path, 200, ContractServer.SUCCESS_BYTES);
        };
    }

    private Publisher<Void> send(HttpServerResponse response, String path, int status, int bytes) {
        served.count(path, status, bytes);
        HttpServerResponse started = response.status(status);
        return bytes == 0
                ? started.send()
                : started.header("Content-Length", String.valueOf(bytes)).sendByteArray(Mono.just(new byte[bytes]));
    }
}
