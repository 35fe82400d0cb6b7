package dev.perfagent.github;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The selection of GitHub's path templates among the test's resources. */
record PublishedEndpoint(String template, String expected) {
    static List<PublishedEndpoint> all() {
        List<PublishedEndpoint> all = new ArrayList<>();
        try (InputStream in = PublishedEndpoint.class.getResourceAsStream("endpoint-templates.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("/")) {
                    int arrow = line.indexOf(" -> ");
                    all.add(
                            arrow < 0
                                    ? new PublishedEndpoint(line, line)
                                    : new PublishedEndpoint(line.substring(0, arrow), line.substring(arrow + 4)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    boolean isExact() {
        return template.equals(expected);
    }

    /** The path with each parameter replaced by what {@code value} says for its name. */
    String filled(UnaryOperator<String> value) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            out.append(template, at, open).append(value.apply(template.substring(open + 1, close)));
            at = close + 1;
        }
        return out.append(template, at, template.length()).toString();
    }
}
