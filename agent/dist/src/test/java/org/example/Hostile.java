package org.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** An application whose objects do what they like when somebody asks them. */
public final class Hostile {
    private Hostile() {}

    /** Shows each of them to what is watched, and prints what it saw of that. */
    public static void main(String[] arguments) throws Exception {
        for (String how : List.of("throws", "recurses", "comes back", "plain")) {
            System.out.println(how + " " + list(how).getClass().getSimpleName());
            System.out.println(how + " " + text(how).getClass().getSimpleName());
            System.out.println(how + " " + number(how).getClass().getSimpleName());
        }
        for (List<String> command : List.<List<String>>of(new Words(true), new Words(false))) {
            System.out.println("ended " + new ProcessBuilder(command).start().waitFor());
        }
        for (String part : List.of("method", "uri", "headers", "nothing")) {
            try {
                HttpClient.newHttpClient().send(new Request(part), HttpResponse.BodyHandlers.ofString());
            } catch (Throwable expected) {
                System.out.println(part + " " + expected.getClass().getSimpleName());
            }
        }
    }

    /** Watched by a rule that asks for the size. */
    public static List<String> list(String how) {
        return new Items(how);
    }

    /** Watched by a rule that asks for the text. */
    public static CharSequence text(String how) {
        return new Text(how);
    }

    /** Watched by a rule that asks for the number. */
    public static Number number(String how) {
        return new Amount(how);
    }

    private static int answer(String how, Supplier<?> again) {
        switch (how) {
            case "throws" -> throw new NoClassDefFoundError("org/example/Missing");
            case "recurses" -> {
                return answer(how, again) + 1;
            }
            case "comes back" -> {
                Object said = again.get(); // from a watched method
                throw new IllegalStateException(how + said);
            }
            default -> {
                return 3;
            }
        }
    }

    private static final class Items extends AbstractList<String> {
        private final String how;

        Items(String how) {
            this.how = how;
        }

        @Override
        public String get(int index) {
            return how;
        }

        @Override
        public int size() {
            return answer(how, () -> list(how).size());
        }
    }

    private static final class Text implements CharSequence {
        private final String how;

        Text(String how) {
            this.how = how;
        }

        @Override
        public int length() {
            return 0;
        }

        @Override
        public char charAt(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return this;
        }

        @Override
        public String toString() {
            return how + answer(how, () -> text(how).toString());
        }
    }

    private static final class Amount extends Number {
        private static final long serialVersionUID = 1;

        private final String how;

        Amount(String how) {
            this.how = how;
        }

        @Override
        public int intValue() {
            return answer(how, () -> number(how).longValue());
        }

        @Override
        public long longValue() {
            return intValue();
        }

        @Override
        public float floatValue() {
            return intValue();
        }

        @Override
        public double doubleValue() {
            return intValue();
        }
    }

    /** A command line that the JDK can read, and nobody else if so wished. */
    private static final class Words extends AbstractList<String> {
        private final boolean broken;

        Words(boolean broken) {
            this.broken = broken;
        }

        @Override
        public String get(int index) {
            if (broken) {
                throw new StackOverflowError();
            }
            return "true";
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T[] toArray(T[] array) {
            return (T[]) new String[] {"true"};
        }
    }

    /** One part of it throws, if any. */
    private static final class Request extends HttpRequest {
        private final String broken;

        Request(String broken) {
            this.broken = broken;
        }

        private <T> T unless(String part, T value) {
            if (part.equals(broken)) {
                throw new NoClassDefFoundError(part);
            }
            return value;
        }

        @Override
        public Optional<BodyPublisher> bodyPublisher() {
            return Optional.empty();
        }

        @Override
        public String method() {
            return unless("method", "GET");
        }

        @Override
        public Optional<Duration> timeout() {
            return Optional.empty();
        }

        @Override
        public boolean expectContinue() {
            return false;
        }

        @Override
        public URI uri() {
            return unless("uri", URI.create("http://127.0.0.1:1/"));
        }

        @Override
        public Optional<HttpClient.Version> version() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return unless("headers", HttpHeaders.of(Map.of(), (name, value) -> true));
        }
    }
}
