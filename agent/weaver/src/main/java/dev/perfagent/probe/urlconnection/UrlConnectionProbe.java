package dev.perfagent.probe.urlconnection;

import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import java.util.List;

/**
 * {@code HttpURLConnection}, as the JDK implements it for http. For https an application holds an {@code
 * HttpsURLConnectionImpl}, which delegates to a subclass of the http one; that subclass overrides {@code connect} alone and
 * does not call {@code super}, so its {@code connect} is woven too, and the delegating class is not.
 */
public final class UrlConnectionProbe implements Probe {
    private static final String HTTP = "sun/net/www/protocol/http/HttpURLConnection";
    private static final String HTTPS = "sun/net/www/protocol/https/AbstractDelegateHttpsURLConnection";

    @Override
    public String name() {
        return "HttpURLConnection";
    }

    @Override
    public boolean covers(String className) {
        return className.equals(HTTP) || className.equals(HTTPS);
    }

    @Override
    public List<String> watched() {
        return List.of(HTTP, HTTPS);
    }

    @Override
    public List<Hook> hooks(String className) {
        return List.of(
                new Hook("connect", "()V", OpenAdvice.class),
                new Hook("getOutputStream", "()Ljava/io/OutputStream;", OpenAdvice.class),
                new Hook("getInputStream", "()Ljava/io/InputStream;", ResponseAdvice.class));
    }
}
