package org.example.client;

import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.HttpClientEngineConfig;
import io.ktor.client.engine.HttpClientEngineFactory;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.request.HttpRequestKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.HttpMethod;
import io.ktor.http.content.ByteArrayContent;
import java.util.function.Consumer;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import org.jspecify.annotations.Nullable;

/** Ktor's client with one of its engines. The calling thread waits for the coroutine that sends and reads the answer. */
final class Ktor {
    private final HttpClient client;

    private Ktor(HttpClient client) {
        this.client = client;
    }

    static <C extends HttpClientEngineConfig> Ktor of(HttpClientEngineFactory<C> engine, Consumer<C> settings) {
        return new Ktor(HttpClientKt.HttpClient(engine, config -> {
            config.engine(given -> {
                settings.accept(given);
                return Unit.INSTANCE;
            });
            return Unit.INSTANCE;
        }));
    }

    int send(String method, String address, byte @Nullable [] body) throws InterruptedException {
        HttpRequestBuilder request = new HttpRequestBuilder();
        HttpRequestKt.url(request, address);
        request.setMethod(new HttpMethod(method));
        if (body != null) {
            request.setBody(new ByteArrayContent(body, null, null));
        }
        HttpStatement call = new HttpStatement(request, client);
        HttpResponse answer = BuildersKt.<HttpResponse>runBlocking(
                EmptyCoroutineContext.INSTANCE, (scope, coroutine) -> call.execute(coroutine));
        return answer.getStatus().getValue();
    }

    void close() {
        client.close();
    }
}
