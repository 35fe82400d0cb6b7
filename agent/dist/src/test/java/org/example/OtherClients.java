package org.example;

import java.io.IOException;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.core5.io.CloseMode;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.DefaultHttpClient;
import org.example.asynchttpclient.DefaultAsyncHttpClient;

/** Asks for something by clients whose requests are not recorded. Argument: the address. */
public final class OtherClients {
    private OtherClients() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println(byDefaultClient(arguments[0]));
        try (MinimalHttpAsyncClient client = HttpAsyncClients.createMinimal()) {
            client.start();
            System.out.println(
                    client.execute(SimpleRequestBuilder.get(arguments[0]).build(), null)
                            .get()
                            .getCode());
            client.close(CloseMode.IMMEDIATE);
        }
        DefaultAsyncHttpClient.main(arguments);
    }

    @SuppressWarnings("deprecation") // many old programs have no other
    private static int byDefaultClient(String address) throws IOException {
        try (DefaultHttpClient client = new DefaultHttpClient();
                CloseableHttpResponse answer = client.execute(new HttpGet(address))) {
            return answer.getStatusLine().getStatusCode();
        }
    }
}
