package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Programs of others that talk to GitHub, as they are and without a configuration; GitHub is a server on this machine. */
final class ProgramsIT {
    private static final Path LIBRARIES = Path.of("target/program-lib").toAbsolutePath();
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String TOKEN = "s3cretOfTheTest";
    private static final String DRIVER = "geckodriver-v0.36.0-linux64.zip";

    private final Path folder;
    private final HttpServer server;
    private final String address;

    ProgramsIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void webDriverManagerLooksForADriver(Jdk jdk) throws IOException {
        JsonNode run = run(jdk, jvm -> jvm.jvm(
                        "-Dwdm.geckoDriverUrl=" + address + "/repos/mozilla/geckodriver/releases",
                        "-Dwdm.geckoDriverVersion=0.36.0",
                        "-Dwdm.os=LINUX",
                        "-Dwdm.architecture=X64",
                        "-Dwdm.commandsPropertiesOnlineFirst=false",
                        "-Dwdm.versionsPropertiesOnlineFirst=false",
                        "-Dwdm.avoidBrowserDetection=true",
                        "-Dwdm.cachePath=" + folder.resolve("drivers"),
                        "-Dwdm.resolutionCachePath=" + folder.resolve("drivers"))
                .main(
                        LIBRARIES.resolve("webdrivermanager") + "/*",
                        "io.github.bonigarcia.wdm.WebDriverManager",
                        "resolveDriverFor",
                        "firefox"));

        JsonNode api = run.path("github_api");
        assertThat(endpoints(api)).containsExactly("1 GET /repos/{owner}/{repo}/releases");
        assertThat(api.path("authenticated").asBoolean(true)).isFalse();
        assertThat(api.path("resources").path("core").path("remaining").asInt()).isEqualTo(59);
        assertThat(run.path("http").path(0).path("requests").asInt())
                .as("with the driver, which is no part of GitHub's API")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void gitChangelogLooksUpIssues(Jdk jdk) throws IOException {
        String jars = jars("changelog");
        Path source = folder.resolve("ChangelogTool.java");
        Files.copy(Path.of("src/test/resources/programs/ChangelogTool.java.txt"), source);
        Twin.tool("javac", "-nowarn", "--release=17", "-d", folder.toString(), "-cp", jars, source.toString());
        JsonNode run = run(jdk, jvm -> jvm.jvm("-Duser.home=" + folder)
                .main(
                        folder + File.pathSeparator + jars,
                        "ChangelogTool",
                        folder.resolve("repository").toString(),
                        address + "/repos/o/r",
                        TOKEN));

        JsonNode api = run.path("github_api");
        assertThat(endpoints(api)).containsExactly("2 GET /repos/{owner}/{repo}/issues");
        assertThat(api.path("authenticated").asBoolean()).isTrue();
        assertThat(api.path("cache_misses").asInt())
                .as("it has a cache on disk")
                .isEqualTo(2);
    }

    /** A program to start. */
    private interface Program {
        Jvm in(Jvm jvm);
    }

    private JsonNode run(Jdk jdk, Program program) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended ended = program.in(Jvm.on(jdk, folder).agent(home.option(), "quiet=true"))
                .run();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(home.agentLog()).isEmpty();
        try (Stream<Path> kept = Files.walk(home.folder())) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(TOKEN);
            }
        }
        return home.onlyRun();
    }

    private static String jars(String program) throws IOException {
        try (Stream<Path> files = Files.list(LIBRARIES.resolve(program))) {
            return String.join(
                    File.pathSeparator, files.map(Path::toString).sorted().toList());
        }
    }

    private static List<String> endpoints(JsonNode api) {
        return api.path("endpoints")
                .valueStream()
                .map(one ->
                        one.path("count").asInt() + " " + one.path("endpoint").asString())
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        byte[] body;
        if (path.startsWith("/download/")) {
            body = driver();
        } else {
            exchange.getResponseHeaders().set("X-GitHub-Request-Id", "A:1");
            exchange.getResponseHeaders().set("X-RateLimit-Resource", "core");
            exchange.getResponseHeaders().set("X-RateLimit-Limit", "60");
            exchange.getResponseHeaders().set("X-RateLimit-Remaining", "59");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            body = (path.contains("/releases") ? releases() : issues(exchange)).getBytes(StandardCharsets.UTF_8);
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String releases() {
        return """
            [{"tag_name": "v0.36.0", "name": "0.36.0", "assets": [
            {"name": "%s", "browser_download_url": "%s/download/v0.36.0/%s"}]}]
            """.formatted(DRIVER, address, DRIVER);
    }

    /** Two pages with one issue each. */
    private String issues(HttpExchange exchange) {
        boolean isFirst = exchange.getRequestURI().getQuery().endsWith("&page=1");
        if (isFirst) {
            exchange.getResponseHeaders()
                    .set("Link", "<" + address + "/repositories/7/issues?state=all&per_page=100&page=2>; rel=\"next\"");
        }
        return "[{\"number\": " + (isFirst ? 1 : 2) + ", \"title\": \"An issue\", \"html_url\": \"http://127.0.0.1/\","
                + " \"labels\": []}]";
    }

    private static byte[] driver() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("geckodriver"));
            zip.write('#');
        }
        return bytes.toByteArray();
    }
}
