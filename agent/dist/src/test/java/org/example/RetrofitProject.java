package org.example;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.example.ProjectReader.Answer;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Url;

/** A project by Retrofit. */
final class RetrofitProject implements ProjectReader.Project {
    private static final String TOKEN = "Authorization: Bearer made-up";

    private final Api api;

    /** What the server offers. */
    interface Api {
        @Headers(TOKEN)
        @GET("user")
        Call<ResponseBody> user();

        @Headers(TOKEN)
        @GET("repos/{owner}/{repo}/issues?per_page=20")
        Call<ResponseBody> issues(@Path("owner") String owner, @Path("repo") String repo);

        @Headers(TOKEN)
        @GET
        Call<ResponseBody> page(@Url String address);

        @Headers(TOKEN)
        @GET("repos/acme-rockets/avionics/issues/{number}")
        Call<ResponseBody> issue(@Path("number") int number, @Header("If-None-Match") @Nullable String etag);

        @Headers(TOKEN)
        @POST("repos/acme-rockets/avionics/issues/{number}/comments")
        Call<ResponseBody> comment(@Path("number") int number, @Body RequestBody json);
    }

    RetrofitProject(String server) {
        api = new Retrofit.Builder()
                .client(new OkHttpClient())
                .baseUrl(server + "/")
                .build()
                .create(Api.class);
    }

    @Override
    public Answer user() throws IOException {
        return read(api.user());
    }

    @Override
    public Answer issues() throws IOException {
        return read(api.issues("acme-rockets", "avionics"));
    }

    @Override
    public Answer page(String address) throws IOException {
        return read(api.page(address));
    }

    @Override
    public Answer issue(int number, @Nullable String etag) throws IOException {
        return read(api.issue(number, etag));
    }

    @Override
    public Answer comment(int number, String json) throws IOException {
        return read(api.comment(number, RequestBody.create(json, MediaType.get("application/json"))));
    }

    private static Answer read(Call<ResponseBody> call) throws IOException {
        Response<ResponseBody> response = call.execute();
        return new Answer(
                response.code(),
                response.headers().get("etag"),
                response.headers().get("link"));
    }
}
