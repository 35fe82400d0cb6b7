package org.example.client;

import java.io.IOException;
import java.time.Duration;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** Retrofit 2, which is on OkHttp. */
public final class Retrofitted implements Client {
    private final Underway underway = new Underway();
    private final Calls calls;

    /** What the server offers. */
    interface Calls {
        @GET
        Call<ResponseBody> get(@Url String address);

        @POST
        Call<ResponseBody> post(@Url String address, @Body RequestBody body);
    }

    public Retrofitted(Duration timeout) {
        calls = new Retrofit.Builder()
                .client(OkHttpExecute.client(timeout))
                .baseUrl("http://localhost/")
                .build()
                .create(Calls.class);
    }

    @Override
    @SuppressWarnings("deprecation") // as in OkHttpExecute
    public int send(String method, String address, byte @Nullable [] body) throws IOException {
        Call<ResponseBody> call =
                body == null ? calls.get(address) : calls.post(address, RequestBody.create(null, body));
        underway.request(call::cancel);
        Response<ResponseBody> response = call.execute();
        ResponseBody content = response.body();
        if (content != null) {
            content.bytes();
        }
        return response.code();
    }

    @Override
    public void cancel(Thread sending) {
        underway.cancel(sending);
    }
}
