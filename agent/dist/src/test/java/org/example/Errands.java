package org.example;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs the errands that its arguments name, a class for each, so that what one run does not need it does not load:
 * {@code first}, {@code second}, {@code third}, {@code client=URL}, {@code connection=URL}, {@code plugin=JAR} (its class {@code
 * plugin.Main}), and {@code await=FOLDER}, until there is a file in it.
 */
public final class Errands {
    private static final long PERIOD_NANOS = 5_000_000;

    private Errands() {}

    /** What a rule may go by. */
    @Retention(RetentionPolicy.CLASS)
    @interface Timed {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        for (String argument : arguments) {
            int end = argument.indexOf('=');
            String what = argument.substring(end + 1);
            switch (end < 0 ? argument : argument.substring(0, end)) {
                case "first" -> new First().run();
                case "second" -> new Second().run();
                case "third" -> Third.run();
                case "client" -> Client.get(what);
                case "connection" -> Connection.get(what);
                case "plugin" -> Plugin.run(what);
                default -> await(new File(what));
            }
            System.out.println("did " + (end < 0 ? argument : argument.substring(0, end)));
        }
    }

    private static void await(File folder) {
        String[] files = folder.list();
        while (files == null || files.length == 0) {
            LockSupport.parkNanos(PERIOD_NANOS);
            files = folder.list();
        }
    }

    static final class First implements Runnable {
        @Override
        @Timed
        public void run() {
            System.out.println("first");
        }
    }

    static final class Second implements Runnable {
        @Override
        @Timed
        public void run() {
            System.out.println("second");
        }
    }

    /** No rule is about it. */
    static final class Third {
        private Third() {}

        static void run() {
            System.out.println("third");
        }
    }

    static final class Client {
        private Client() {}

        static void get(String url) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            System.out.println(HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .statusCode());
        }
    }

    static final class Connection {
        private Connection() {}

        static void get(String url) throws IOException {
            try (InputStream body = URI.create(url).toURL().openStream()) {
                System.out.println(body.readAllBytes().length);
            }
        }
    }

    static final class Plugin {
        private Plugin() {}

        static void run(String jar) throws IOException, ReflectiveOperationException {
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {new File(jar).toURI().toURL()})) {
                loader.loadClass("plugin.Main")
                        .asSubclass(Runnable.class)
                        .getConstructor()
                        .newInstance()
                        .run();
            }
        }
    }
}
