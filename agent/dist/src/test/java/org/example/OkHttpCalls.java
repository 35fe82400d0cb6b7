package org.example;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Calls a server by OkHttp; arguments: its address, an address where nobody listens, a folder, and what to do. */
public final class OkHttpCalls {
    private static final int AT_ONCE = 8;

    private OkHttpCalls() {}

    /** Does each of them. */
    public static void main(String[] arguments) throws Exception {
        String server = arguments[0];
        OkHttpClient client = new OkHttpClient.Builder()
                .cache(new Cache(new File(arguments[2]), 1_000_000))
                .addInterceptor(OkHttpCalls::onceMore)
                .build();
        for (int i = 3; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "sync" -> say(client, server + "/ok");
                case "redirect" -> say(client, server + "/moved");
                case "async" -> atOnce(client, server + "/ok");
                case "async-retry" -> atOnce(client, server + "/flaky");
                case "cached" -> {
                    say(client, server + "/fresh");
                    say(client, server + "/fresh");
                }
                case "renewed" -> {
                    say(client, server + "/tagged");
                    say(client, server + "/tagged");
                }
                case "retry" -> say(client, server + "/flaky");
                case "answered-by-itself" -> atOnce(client, server + "/never");
                case "failure" -> say(client, arguments[1]);
                default -> throw new IllegalArgumentException(arguments[i]);
            }
        }
        client.dispatcher().executorService().shutdown();
    }

    /** An interceptor of the application's: tries again after a 503, and answers some requests itself. */
    private static Response onceMore(okhttp3.Interceptor.Chain chain) throws IOException {
        if (chain.request().url().encodedPath().equals("/never")) {
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("OK")
                    .body(ResponseBody.create("", null))
                    .build();
        }
        Response response = chain.proceed(chain.request());
        if (response.code() == 503) {
            response.close();
            return chain.proceed(chain.request());
        }
        return response;
    }

    private static Request request(String address) {
        return new Request.Builder()
                .url(address)
                .header("Authorization", "Bearer none")
                .build();
    }

    private static void say(OkHttpClient client, String address) {
        try (Response response = client.newCall(request(address)).execute()) {
            String body = response.body() == null ? "" : response.body().string();
            System.out.println(response.code() + " " + body.length());
        } catch (IOException failed) {
            System.out.println("failed");
        }
    }

    private static void atOnce(OkHttpClient client, String address) throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            client.newCall(request(address)).enqueue(new Callback() {
                @Override
                public void onFailure(Call call, IOException failed) {
                    answered.countDown();
                }

                @Override
                public void onResponse(Call call, Response response) {
                    response.close();
                    answered.countDown();
                }
            });
        }
        answered.await();
        System.out.println("answered");
    }

    /** Where the library and what it needs are; by name, because the test calls nothing of the latter. */
    public static String libraries() {
        StringBuilder path = new StringBuilder();
        for (String type : new String[] {"okhttp3.OkHttpClient", "okio.Buffer", "kotlin.Unit"}) {
            path.append(File.pathSeparatorChar).append(place(type));
        }
        return path.toString();
    }

    private static Path place(String type) {
        try {
            return Path.of(URI.create(Class.forName(type)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
