package org.example.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Carries out all cases of the contract by some clients, and prints what each client answered. Arguments: the server's address,
 * an address where nobody listens, names of {@link Client} classes. {@code NAME@FOLDER} is a client by the jars in that folder
 * below the one in the system property {@code calls.jars}. The path of a request is that of the address, then a word of the
 * client and the case.
 */
public final class Calls {
    private static final Duration PATIENT = Duration.ofSeconds(50);
    private static final Duration IMPATIENT = Duration.ofMillis(400);
    private static final int AT_ONCE = 50;
    public static final int SENT_BYTES = 1234;

    private final String name;
    private final String server;
    private final String nobody;
    private final @Nullable ClassLoader loader;

    private Calls(String name, String server, String nobody) throws IOException {
        this.name = name;
        this.server = server;
        this.nobody = nobody;
        this.loader = name.contains("@") ? loader(name.substring(name.indexOf('@') + 1)) : null;
    }

    /** Of the jars in a folder, and of nothing of the class path, which may have the same library in another version. */
    private static ClassLoader loader(String folder) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of(System.getProperty("calls.jars"), folder))) {
            for (Path jar : files) {
                jars.add(jar.toUri().toURL());
            }
        }
        return new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }

    /** The clients all at once, each with one case after another. */
    public static void main(String[] arguments) throws Exception {
        List<Callable<List<String>>> calls = new ArrayList<>();
        for (String name : List.of(arguments).subList(2, arguments.length)) {
            calls.add(new Calls(name, arguments[0], arguments[1])::all);
        }
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (Future<List<String>> lines : threads.invokeAll(calls)) {
                lines.get().forEach(System.out::println);
            }
        } catch (ExecutionException unforeseen) {
            System.err.println(unforeseen.getCause());
        }
        System.exit(0); // some clients leave threads behind that would keep the process
    }

    private List<String> all() throws Exception {
        List<String> lines = new ArrayList<>();
        try (Client client = open(PATIENT);
                Client impatient = open(IMPATIENT)) {
            for (String simple :
                    List.of("success", "unchanged", "missing", "limited", "redirect", "slow", "chunked", "broken")) {
                lines.add(line(simple, status(client, "GET", server, simple, null)));
            }
            lines.add(line("posted", status(client, "POST", server, "posted", new byte[SENT_BYTES])));
            lines.add(line("refused", status(client, "GET", nobody, "refused", null)));
            lines.add(line("timeout", status(impatient, "GET", server, "timeout", null)));
            lines.add(line("cancelled", cancelled(client)));
            lines.add(line("concurrent", atOnce(client)));
        }
        return lines;
    }

    private Client open(Duration timeout) throws ReflectiveOperationException {
        Class<?> type = Class.forName("org.example.client." + name.replaceFirst("@.*", ""));
        return (Client)
                (loader == null
                        ? type.getConstructor(Duration.class).newInstance(timeout)
                        : type.getConstructor(Duration.class, ClassLoader.class).newInstance(timeout, loader));
    }

    private String line(String what, String outcome) {
        return name + " " + what + " " + outcome;
    }

    private String path(String what) {
        return "/" + name.substring(name.indexOf('@') + 1).toLowerCase(Locale.ROOT) + "-" + what;
    }

    @SuppressWarnings("CatchingUnchecked") // some clients wrap what failed
    private String status(Client client, String method, String base, String what, byte @Nullable [] body) {
        try {
            return String.valueOf(client.send(method, base + path(what), body));
        } catch (Exception failed) {
            if (Boolean.getBoolean("calls.trace")) {
                failed.printStackTrace();
            }
            return "failed";
        }
    }

    private String cancelled(Client client) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<Thread> sender = other.submit(Thread::currentThread);
        Future<String> outcome = other.submit(() -> status(client, "GET", server, "cancelled", null));
        awaitArrival();
        client.cancel(sender.get());
        other.shutdown();
        return outcome.get();
    }

    /**
     * Waits until the server has the request that is to be cancelled; by a socket, because that is no HTTP call to be observed.
     */
    private void awaitArrival() throws IOException {
        URI address = URI.create(server);
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                InputStream in = socket.getInputStream()) {
            String request = "GET /arrived" + path("cancelled") + " HTTP/1.0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            in.readAllBytes();
        }
    }

    private String atOnce(Client client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            calls.add(() -> status(client, "GET", server, "concurrent", null));
        }
        TreeMap<String, Integer> outcomes = new TreeMap<>();
        for (Future<String> outcome : threads.invokeAll(calls)) {
            outcomes.merge(outcome.get(), 1, Integer::sum);
        }
        threads.shutdown();
        return outcomes.toString();
    }
}
