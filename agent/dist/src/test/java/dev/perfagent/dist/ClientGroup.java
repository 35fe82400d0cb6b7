package dev.perfagent.dist;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Clients that are tried in one JVM.
 *
 * @param versions folders with jars of other versions than those on the tests' class path, which come before it
 */
record ClientGroup(List<String> versions, List<ClientRow> rows) {
    /** Of folders with jars of other versions than those on the tests' class path. */
    static final Path VERSIONS = Path.of("target/client-lib").toAbsolutePath();

    List<String> answers() {
        return rows.stream().flatMap(row -> row.answers().stream()).toList();
    }

    String classPath() {
        return String.join(File.pathSeparator, jars());
    }

    /** The version of a row's client, by the name of its jar; "-" for a part of the JDK. */
    String version(ClientRow row) {
        if (row.artifact().equals(ClientRow.JDK)) {
            return "JDK 17 to 25";
        }
        Pattern name = Pattern.compile(Pattern.quote(row.artifact()) + "-(\\d.*)\\.jar");
        for (String jar : row.folder().isEmpty() ? jars() : jarsIn(row.folder()).toList()) {
            Matcher version = name.matcher(Path.of(jar).getFileName().toString());
            if (version.matches()) {
                return version.group(1);
            }
        }
        throw new AssertionError("no jar of " + row.artifact());
    }

    private List<String> jars() {
        Stream<String> own = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.endsWith(".jar") && !jar.contains("perf-agent"));
        return Stream.concat(versions.stream().flatMap(ClientGroup::jarsIn), own)
                .toList();
    }

    private static Stream<String> jarsIn(String folder) {
        try (Stream<Path> jars = Files.list(VERSIONS.resolve(folder))) {
            return jars.map(Path::toString).sorted().toList().stream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
