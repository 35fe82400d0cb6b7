package dev.perfagent.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class MetricsFilesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private final MetricsCollector metrics = new MetricsCollector();

    @Test
    void allIsInTheExportedFile() throws Exception {
        metrics.run(
                Operation.of("read", "a \"b\"\n\u001b[31m\ud800 \ud83d\ude00")
                        .labelled("nightly")
                        .with("n", 3),
                () -> {});
        try {
            metrics.run("write", "", () -> {
                throw new IllegalStateException("password=hunter2");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("hunter2");
        }
        metrics.context("tasks", 87);
        metrics.context("unknown", Double.NaN);

        Path file = files(10).export(metrics).orElseThrow();

        assertThat(file.getFileName().toString()).matches("metrics-\\d{8}T\\d{6}\\.\\d{3}Z\\.json");
        String text = Files.readString(file);
        assertThat(text).doesNotContain("hunter2").doesNotContain("\u001b");
        JsonNode json = JSON.readTree(text);
        assertThat(json.path("schema").asInt()).isEqualTo(1);
        assertThat(json.path("context").path("tasks").asInt()).isEqualTo(87);
        assertThat(json.path("context").path("unknown").isNull()).isTrue();
        JsonNode read = json.path("entries").path(0);
        assertThat(read.path("operation").asString()).isEqualTo("read");
        assertThat(read.path("target").asString()).isEqualTo("a \"b\"\n\u001b[31m\ud800 \ud83d\ude00");
        assertThat(read.path("label").asString()).isEqualTo("nightly");
        assertThat(read.path("success").asBoolean()).isTrue();
        assertThat(read.path("error").isNull()).isTrue();
        assertThat(read.path("metadata").path("n").asInt()).isEqualTo(3);
        assertThat(json.path("entries").path(1).path("error").asString()).isEqualTo("java.lang.IllegalStateException");
        JsonNode statistics = json.path("statistics").path("read");
        assertThat(statistics.path("count").asInt()).isEqualTo(1);
        assertThat(statistics.path("p99_ms").asDouble())
                .isEqualTo(read.path("duration_ms").asDouble());
        assertThat(metrics.size()).isEqualTo(2);
    }

    @Test
    void anEmptyCollectorIsExportedToo() {
        JsonNode json = JSON.readTree(files(10).export(metrics).orElseThrow());

        assertThat(json.path("entries").size()).isZero();
        assertThat(json.path("statistics").size()).isZero();
    }

    @Test
    void exportAndClearTakesOutWhatIsInTheFile() {
        metrics.run("work", "", () -> {});
        metrics.context("tasks", 87);

        Path file = files(10).exportAndClear(metrics).orElseThrow();

        assertThat(JSON.readTree(file).path("entries").size()).isEqualTo(1);
        assertThat(metrics.entries()).isEmpty();
        assertThat(metrics.context()).isEmpty();
    }

    @Test
    void whatCameDuringAnExportStays() {
        metrics.run("exported", "", () -> {});
        MetricsSnapshot snapshot = metrics.snapshot();
        metrics.run("meanwhile", "", () -> {});

        metrics.remove(snapshot);

        assertThat(metrics.names()).containsExactly("meanwhile");
    }

    @Test
    void whatWasExportedAndDroppedMeanwhileIsNotLost() {
        MetricsCollector small = new MetricsCollector(20);
        for (int i = 0; i < 20; i++) {
            small.run("exported", "", () -> {});
        }
        MetricsSnapshot snapshot = small.snapshot();
        for (int i = 0; i < 3; i++) {
            small.run("meanwhile", "", () -> {});
        }

        small.remove(snapshot);

        assertThat(small.dropped()).isZero();
        assertThat(small.entries()).hasSize(3).allMatch(entry -> entry.name().equals("meanwhile"));
    }

    @Test
    void filesAreListedNewestFirstAndThoseAboveTheNumberAreDeleted() throws IOException {
        MetricsFiles files = files(3);
        Path foreign = Files.writeString(folder.resolve("metrics-mine.json"), "{}");
        Path first = files.export(metrics).orElseThrow();
        Path second = files.export(metrics).orElseThrow();
        Path third = files.export(metrics).orElseThrow();
        assertThat(files.list()).containsExactly(third, second, first);

        Path fourth = files.export(metrics).orElseThrow();
        assertThat(files.list()).containsExactly(fourth, third, second);

        assertThat(files.prune(1)).isEqualTo(2);
        assertThat(files.list()).containsExactly(fourth);
        assertThat(files.prune(-1)).isEqualTo(1);
        assertThat(foreign).exists();
        assertThat(files.problem()).isEmpty();
    }

    @Test
    void nothingIsWrittenWhenStorageIsOff() {
        MetricsFiles files = MetricsFiles.of(new MetricsConfig(false, folder.resolve("none"), 3, Optional.empty()));
        metrics.run("work", "", () -> {});

        assertThat(files.exportAndClear(metrics)).isEmpty();
        assertThat(files.list()).isEmpty();
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(metrics.size()).isEqualTo(1);
    }

    @Test
    void aFolderThatCannotBeMadeLosesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        MetricsFiles files = MetricsFiles.of(new MetricsConfig(true, file.resolve("below"), 3, Optional.empty()));
        metrics.run("work", "", () -> {});

        assertThat(files.exportAndClear(metrics)).isEmpty();
        assertThat(files.problem()).hasValueSatisfying(why -> assertThat(why).contains("metrics were not written"));
        assertThat(metrics.size()).isEqualTo(1);
        assertThat(files.prune(0)).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // it has other permissions
    void filesAreForTheirOwnerOnly() throws IOException {
        MetricsConfig config = MetricsConfig.read(folder.resolve("home/metrics.properties"));
        Path file = MetricsFiles.of(config).export(metrics).orElseThrow();

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(config.folder())).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("home/metrics.properties"))).isEqualTo("rw-------");
    }

    @Test
    void aMissingConfigFileIsWrittenWithTheDefaults() throws IOException {
        Path file = folder.resolve("home/metrics.properties");

        MetricsConfig written = MetricsConfig.of(
                Map.of("PERF_AGENT_HOME", folder.resolve("home").toString()));

        assertThat(written)
                .isEqualTo(new MetricsConfig(
                        true, folder.resolve("home/metrics"), MetricsConfig.STANDARD_KEEP, Optional.empty()));
        assertThat(Files.readString(file)).contains("storage.keep = 100");
        assertThat(MetricsConfig.read(file)).isEqualTo(written);
    }

    @Test
    void theVariableNamesAnotherConfigFile() throws IOException {
        Path file = folder.resolve("own.properties");
        Files.writeString(
                file, "storage.enabled = false\nstorage.path = " + folder.resolve("out") + "\nstorage.keep = 7\n");

        assertThat(MetricsConfig.of(Map.of("PERF_AGENT_API_CONFIG", file.toString(), "PERF_AGENT_HOME", "elsewhere")))
                .isEqualTo(new MetricsConfig(false, folder.resolve("out"), 7, Optional.empty()));
    }

    @Test
    void wrongValuesAreReportedAndReplacedByTheirDefaults() throws IOException {
        Path file = folder.resolve("metrics.properties");
        for (String wrong : List.of(
                "storage.enabled = perhaps",
                "storage.keep = 0",
                "storage.keep = many",
                "storage.path = a\\u0000b",
                "storage.keep = \\u12")) {
            Files.writeString(file, wrong);

            MetricsConfig config = MetricsConfig.read(file);

            assertThat(config.problem()).as(wrong).hasValueSatisfying(problem -> assertThat(problem)
                    .contains("metrics.properties"));
            assertThat(config.isStored()).isTrue();
            assertThat(config.folder()).isEqualTo(folder.resolve("metrics"));
            assertThat(config.keep()).isEqualTo(MetricsConfig.STANDARD_KEEP);
        }
        assertThat(MetricsConfig.read(folder).problem()).as("a folder").isPresent();
    }

    private MetricsFiles files(int keep) {
        return MetricsFiles.of(new MetricsConfig(true, folder, keep, Optional.empty()));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
