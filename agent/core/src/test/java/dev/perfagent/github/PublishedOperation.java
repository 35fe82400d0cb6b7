package dev.perfagent.github;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One of all operations that GitHub has published; see the heads of the resources for the sources. */
record PublishedOperation(String method, PublishedEndpoint path) {
    private static final Map<Character, String> METHODS =
            Map.of('g', "GET", 'p', "POST", 'u', "PUT", 'a', "PATCH", 'd', "DELETE");

    static List<PublishedOperation> all() {
        List<PublishedOperation> all = new ArrayList<>();
        read("published-operations.txt", all);
        read("enterprise-operations.txt", all);
        return all;
    }

    private static void read(String resource, List<PublishedOperation> all) {
        List<String> segments = new ArrayList<>();
        try (InputStream in = PublishedOperation.class.getResourceAsStream(resource);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] parts = line.split(" ", 3);
                    segments = new ArrayList<>(segments.subList(0, Integer.parseInt(parts[0])));
                    segments.addAll(List.of(parts[2].split("/", -1)));
                    String path = "/" + String.join("/", segments);
                    for (char method : parts[1].toCharArray()) {
                        all.add(new PublishedOperation(
                                Objects.requireNonNull(METHODS.get(method)), new PublishedEndpoint(path, path)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
