package dev.perfagent.cli.command;

import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.dashboard.DashboardHtml;
import dev.perfagent.export.prometheus.PrometheusMetrics;
import dev.perfagent.serve.LoopbackServer;
import dev.perfagent.serve.PageAnswer;
import java.io.IOException;
import java.net.BindException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dashboard on this machine, until somebody ends it. */
final class DashboardServer {
    /** For a Prometheus whose configuration has to know the address. */
    static final String TOKEN = "PERF_AGENT_DASHBOARD_TOKEN";

    private static final Pattern SAFE_TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,100}");
    private static final int TOKEN_BYTES = 16;
    private static final int POLL_MS = 2000;
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";

    private final Session session;
    private final DashboardSource source;
    private final Kept json = new Kept(this::json);
    private final Kept metrics;
    private final FlameGraphs flames;
    private DashboardSource.@Nullable Gathered first;

    DashboardServer(Session session, DashboardSource source) {
        this.session = session;
        this.source = source;
        this.metrics = new Kept(source::metrics);
        this.flames = new FlameGraphs(session.newHome(), null);
    }

    /**
     * Returns when the thread is interrupted; Ctrl-C ends the process.
     *
     * @param gathered what the first page shows
     */
    void serve(int port, DashboardSource.Gathered gathered) throws IOException {
        first = gathered;
        try (LoopbackServer server = LoopbackServer.start(
                port,
                token(),
                this::page,
                problem -> session.report("perf-agent: a page cannot be made: " + problem))) {
            session.report("The dashboard is at " + server.address() + "\nFor Prometheus: " + server.address()
                    + "metrics\nCtrl-C ends it.");
            new CountDownLatch(1).await();
        } catch (BindException e) {
            throw new IOException("port " + port + " is taken; give another one with --port, or none", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String token() throws IOException {
        String given = session.environment().get(TOKEN);
        if (given == null) {
            byte[] token = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(token);
            return HexFormat.of().formatHex(token);
        }
        if (!SAFE_TOKEN.matcher(given).matches()) {
            throw new IOException(TOKEN + " has to be 16 to 100 letters, digits, - and _");
        }
        return given;
    }

    private PageAnswer.@Nullable Source page(String name) {
        return switch (name) {
            case "" -> this::page;
            case "data.json" -> () -> json.answer(JSON);
            case "metrics" -> () -> metrics.answer(PrometheusMetrics.CONTENT_TYPE);
            default -> flames.page(name);
        };
    }

    private PageAnswer page() throws IOException {
        PageAnswer data = json.answer(JSON);
        return new PageAnswer(HTML, data.tag(), DashboardHtml.live(data.text(), data.tag(), POLL_MS));
    }

    private String json() throws IOException {
        DashboardSource.Gathered known = first;
        first = null;
        return DashboardHtml.json(source.data(known == null ? source.again() : known, flames));
    }

    /** What was made last, as long as no runs were added since. Only the server's one thread asks. */
    private final class Kept {
        private final Made made;
        private String state = "";
        private String text = "";

        Kept(Made made) {
            this.made = made;
        }

        PageAnswer answer(String contentType) throws IOException {
            String now = source.state();
            if (!now.equals(state)) {
                text = made.text();
                state = now;
            }
            return new PageAnswer(contentType, "\"" + state + "\"", text);
        }
    }

    @FunctionalInterface
    private interface Made {
        String text() throws IOException;
    }
}
