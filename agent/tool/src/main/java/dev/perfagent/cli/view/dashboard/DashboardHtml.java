package dev.perfagent.cli.view.dashboard;

import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.cli.output.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page: one file that asks nobody for anything. Its policy lets run and apply only what is inside by its hash; names from
 * records are data, which the script shows as text.
 */
public final class DashboardHtml {
    private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    private DashboardHtml() {}

    /** The page as a file, which asks nobody. */
    public static String of(DashboardData data) {
        return page(json(data), "");
    }

    /**
     * The page as it is served: it asks the address it came from for {@code data.json}.
     *
     * @param json made by {@link #json}
     * @param tag of it
     * @param everyMs how often
     */
    public static String live(String json, String tag, int everyMs) {
        return page(json, " data-live=\"" + everyMs + "\" data-tag='" + tag + "'");
    }

    /** The data of the page as JSON, which its script reads. */
    public static String json(DashboardData data) {
        return escaped(SafeText.json(RecordJson.of(data)));
    }

    private static String page(String json, String live) {
        String charts = resource(CHARTS + "uPlot.iife.min.js");
        String script = resource("charts.js") + resource("course.js") + resource("page.js");
        String style = resource(CHARTS + "uPlot.min.css") + resource("page.css");
        String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; script-src " + hash(charts) + " "
                + hash(script) + "; style-src " + hash(style) + (live.isEmpty() ? "" : "; connect-src 'self'");
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>perf-agent dashboard</title><style>%s</style></head>
                <body><main id="page"><h1>perf-agent dashboard</h1>
                <noscript>This page needs scripts; they are all inside of this file.</noscript></main>
                <script type="application/json" id="data"%s>%s</script>
                <script>%s</script><script>%s</script></body></html>
                """.formatted(policy, style, live, json, charts, script);
    }

    /** Nothing in it can end the element that it is in. */
    private static String escaped(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = DashboardHtml.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
