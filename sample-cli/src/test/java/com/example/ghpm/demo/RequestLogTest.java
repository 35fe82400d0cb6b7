package com.example.ghpm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestLogTest {
    private final Path folder;

    RequestLogTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRequestIsInTheLogBeforeItsAnswerArrives() throws Exception {
        Path log = folder.resolve("requests.log");
        try (DemoApi api = DemoApi.start(DemoSettings.fast().withLog(log))) {
            var browser = new Browser(api);
            int bytes = browser.getWithToken("/user").response().body().length();
            assertThat(log).content().isEqualTo("GET /user 200 4999 " + bytes + "\n");
            browser.getWithToken("/repos/acme-rockets/launchpad/labels?per_page=1&page=2");
            api.remark("by the way");
        }
        assertThat(Files.readAllLines(log).subList(1, 4))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("GET /repos/acme-rockets/launchpad/labels\\?per_page=1&page=2 200 4998 \\d+"),
                        line -> assertThat(line).isEqualTo("# by the way"),
                        line -> assertThat(line).isEqualTo("# requests=2"));
    }

    @Test
    void theServerOnItsOwnPrintsItsAddressAndCompletesItsLogWhenTerminated() throws Exception {
        Path log = folder.resolve("standalone.log");
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DemoServer.class.getName(),
                        "--port",
                        "0",
                        "--remaining",
                        "100",
                        "--throttle-429",
                        "2",
                        "--log",
                        log.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = server.inputReader()) {
            String address = out.readLine();
            assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+");
            var browser = new Browser(address);
            assertThat(browser.getWithToken("/user").header("x-ratelimit-remaining"))
                    .isEqualTo("99");
            assertThat(browser.getWithToken("/user").header("retry-after")).isEqualTo("1");
        } finally {
            server.destroy();
            assertThat(server.waitFor(5, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(Files.readAllLines(log)).last().isEqualTo("# requests=2");
    }
}
