package org.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Asks for an address by HTTP/2, takes what the server pushes with the answer, and asks again. */
public final class Pushed {
    private Pushed() {}

    /** The address, without its scheme. */
    public static void main(String[] arguments) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://" + arguments[0])).build();
        ConcurrentMap<HttpRequest, CompletableFuture<HttpResponse<String>>> pushed = new ConcurrentHashMap<>();
        HttpResponse<String> answer = client.sendAsync(
                        request,
                        BodyHandlers.ofString(),
                        PushPromiseHandler.of(promised -> BodyHandlers.ofString(), pushed))
                .get();
        System.out.println(answer.version() + " " + answer.body());
        for (CompletableFuture<HttpResponse<String>> each : pushed.values()) {
            System.out.println(
                    each.get().request().uri().getPath() + " " + each.get().body());
        }
        System.out.println(client.send(request, BodyHandlers.ofString()).body());
    }
}
