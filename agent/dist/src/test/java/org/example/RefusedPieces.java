package org.example;

import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.cio.CIO;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.request.HttpRequestKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpResponseKt;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.HttpMethod;
import io.ktor.http.content.ByteArrayContent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.apache.http.nio.entity.NStringEntity;
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** As {@link RefusedBodies}, by clients that hand on pieces of a body as they come; they take in what nobody reads, too. */
final class RefusedPieces implements AutoCloseable {
    private static final String JETTY = "org.eclipse.jetty.client.";

    private final CloseableHttpAsyncClient apache = HttpAsyncClients.createDefault();
    private final HttpClient reactor = HttpClient.create();
    private final io.ktor.client.HttpClient ktor = HttpClientKt.HttpClient(CIO.INSTANCE, config -> Unit.INSTANCE);

    private final boolean hasAsync4;

    /** Called by name, because each major version has its types in other packages. */
    private final Object jetty;

    /** @param hasAsync4 whether Apache's core has what the asynchronous client asks of it, which that of 4.3 has not */
    RefusedPieces(boolean hasAsync4) throws ReflectiveOperationException {
        this.hasAsync4 = hasAsync4;
        if (hasAsync4) {
            apache.start();
        }
        jetty = type("HttpClient").getConstructor().newInstance();
        jetty.getClass().getMethod("start").invoke(jetty);
    }

    private static Class<?> type(String... names) throws ClassNotFoundException {
        for (String name : List.of(names).subList(0, names.length - 1)) {
            if (ClassLoader.getSystemResource((JETTY + name).replace('.', '/') + ".class") != null) {
                return Class.forName(JETTY + name);
            }
        }
        return Class.forName(JETTY + names[names.length - 1]);
    }

    /** By Apache HttpAsyncClient 4. */
    void apache4Later(String address) throws Exception {
        if (!hasAsync4) {
            return;
        }
        var answer = apache.execute(new HttpGet(address), null).get();
        System.out.println(answer.getStatusLine() + " " + answer.getEntity().getClass());
        System.out.println(EntityUtils.toByteArray(answer.getEntity()).length);
    }

    /** By Jetty, which keeps the whole body. */
    void jetty(String address) throws Exception {
        Object request = jettyRequest(address);
        Method send = jettyType().getMethod("send");
        said(send.getReturnType(), send.invoke(request));
    }

    private static void said(Class<?> type, Object answer) throws ReflectiveOperationException {
        System.out.println(type.getMethod("getStatus").invoke(answer) + " "
                + type.getMethod("getMediaType").invoke(answer) + " "
                + type.getMethod("getContentAsString").invoke(answer));
    }

    /** By Jetty, from a stream. */
    void jettyStream(String address) throws Exception {
        Object request = jettyRequest(address);
        Class<?> streams = type("InputStreamResponseListener", "util.InputStreamResponseListener");
        Object listener = streams.getConstructor().newInstance();
        for (Method method : jettyType().getMethods()) {
            if (method.getName().equals("send") && method.getParameterCount() == 1) {
                method.invoke(request, listener);
            }
        }
        streams.getMethod("get", long.class, TimeUnit.class).invoke(listener, 50L, TimeUnit.SECONDS);
        try (InputStream in = (InputStream) streams.getMethod("getInputStream").invoke(listener)) {
            System.out.println(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Object jettyRequest(String address) throws ReflectiveOperationException {
        return jetty.getClass().getMethod("newRequest", String.class).invoke(jetty, address);
    }

    private Class<?> jettyType() throws NoSuchMethodException {
        return jetty.getClass().getMethod("newRequest", String.class).getReturnType();
    }

    /** By Reactor Netty. */
    void reactor(String address) throws Exception {
        said(reactor.get().uri(address));
    }

    private static void said(HttpClient.ResponseReceiver<?> request) throws Exception {
        System.out.println(request.responseSingle((answer, content) -> content.asByteArray()
                        .map(all ->
                                answer.status() + " " + answer.responseHeaders().names() + " " + all.length))
                .toFuture()
                .get());
    }

    /** By Ktor. */
    void ktor(String address) throws Exception {
        ktor("GET", address, null);
    }

    private void ktor(String method, String address, byte @Nullable [] body) throws Exception {
        HttpRequestBuilder request = new HttpRequestBuilder();
        HttpRequestKt.url(request, address);
        request.setMethod(new HttpMethod(method));
        if (body != null) {
            request.setBody(new ByteArrayContent(body, null, null));
        }
        HttpStatement call = new HttpStatement(request, ktor);
        HttpResponse answer = BuildersKt.<HttpResponse>runBlocking(
                EmptyCoroutineContext.INSTANCE, (scope, coroutine) -> call.execute(coroutine));
        System.out.println(answer);
        if (address.endsWith("packed")) {
            return; // it is no text
        }
        String text = BuildersKt.<String>runBlocking(
                EmptyCoroutineContext.INSTANCE,
                (scope, coroutine) -> HttpResponseKt.bodyAsText(answer, StandardCharsets.UTF_8, coroutine));
        System.out.println(text.length());
    }

    /** GraphQL by bodies that each client itself has made of a text or of bytes. */
    void named(String address) throws Exception {
        if (hasAsync4) {
            HttpPost post = new HttpPost(address);
            post.setEntity(new NStringEntity("{\"query\":\"query ByAsyncFour { a }\"}", StandardCharsets.UTF_8));
            System.out.println(apache.execute(post, null).get().getStatusLine());
        }
        byJetty(address);
        said(reactor.headers(headers -> headers.set("Content-Type", "application/json"))
                .post()
                .uri(address)
                .send((sent, out) -> out.sendString(Mono.just("{\"query\":\"query ByReactor { a }\"}"))));
        ktor("POST", address, "{\"query\":\"query ByKtor { a }\"}".getBytes(StandardCharsets.UTF_8));
    }

    private void byJetty(String address) throws Exception {
        Object request = jettyRequest(address);
        Class<?> type = jettyType();
        type.getMethod("method", String.class).invoke(request, "POST");
        Object body = type("StringRequestContent", "util.StringRequestContent", "util.StringContentProvider")
                .getConstructor(String.class)
                .newInstance("{\"query\":\"query ByJetty { a }\"}");
        for (Method method : type.getMethods()) {
            if ((method.getName().equals("body") || method.getName().equals("content"))
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0].isInstance(body)) {
                method.invoke(request, body);
            }
        }
        Method send = type.getMethod("send");
        said(send.getReturnType(), send.invoke(request));
    }

    @Override
    public void close() throws IOException {
        apache.close();
        ktor.close();
        try {
            jetty.getClass().getMethod("stop").invoke(jetty);
        } catch (ReflectiveOperationException failed) {
            throw new IOException(failed);
        }
    }
}
