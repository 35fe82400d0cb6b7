package dev.perfagent.dist;

import java.util.List;
import java.util.Locale;
import org.example.client.ApacheMinimal;
import org.example.client.Client;
import org.example.client.JdkSend;
import org.example.client.JdkSendAsync;
import org.example.client.JettyCalls;
import org.example.client.KtorCio;
import org.example.client.SpringTemplate;

/**
 * A way to use an HTTP client, which is a row of the table in docs/covered.md.
 *
 * @param client the library's name
 * @param artifact the start of the jar's name, before its version; {@link #JDK} for a part of the JDK
 * @param how the method or API, where it has several
 * @param type the program that carries out the cases by it
 * @param folder with the jars of a version that has a class loader of its own; empty for the class path's
 */
record ClientRow(String client, String artifact, String how, Class<? extends Client> type, String folder) {
    static final String JDK = "";

    ClientRow(String client, String artifact, String how, Class<? extends Client> type) {
        this(client, artifact, how, type, "");
    }

    /** A version of Jetty's client beside others in one JVM. */
    static ClientRow jetty(String folder) {
        return new ClientRow("Jetty HttpClient", "jetty-client", "", JettyCalls.class, folder);
    }

    String program() {
        return folder.isEmpty() ? type.getSimpleName() : type.getSimpleName() + "@" + folder;
    }

    /** The path of a case, below the server's. */
    String path(String what) {
        return "/" + (folder.isEmpty() ? program().toLowerCase(Locale.ROOT) : folder) + "-" + what;
    }

    /** Whether it states how large a body is; by default Spring sends it in chunks. */
    boolean statesSizes() {
        return type != SpringTemplate.class;
    }

    /** Whether chance decides if a body that breaks off is noticed before the answer is handed over. */
    boolean mayFailBeforeAnswer() {
        return type == KtorCio.class;
    }

    /** Whether the size of a body is known that is not announced. */
    boolean readsArrays() {
        return type == JdkSend.class || type == JdkSendAsync.class;
    }

    /** What the program prints, with the agent or without. */
    List<String> answers() {
        return List.of(
                        "success 200",
                        "unchanged 304",
                        "missing 404",
                        "limited 429",
                        "redirect " + (type == ApacheMinimal.class ? 302 : 200),
                        "slow 200",
                        "chunked 200",
                        "broken failed",
                        "posted 200",
                        "refused failed",
                        "timeout failed",
                        "cancelled failed",
                        "concurrent {200=50}")
                .stream()
                .map(answer -> program() + " " + answer)
                .toList();
    }
}
