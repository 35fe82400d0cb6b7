package dev.perfagent.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import dev.perfagent.threshold.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalibrationTest {
    private static final List<String> SAID = Collections.synchronizedList(new ArrayList<>());

    @Test
    void doesAllKindsOfWorkAndLeavesNothingBehind(@TempDir Path folder) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write(new byte[100_000]);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/file");
        SystemResult result;
        try {
            result = new Calibration(folder, address, Calibration.LONGEST, () -> false, SAID::add, 0, 2)
                    .run(Instant.EPOCH);
        } finally {
            server.stop(0);
        }

        assertThat(result.measures()).extracting(MeasureResult::measure).containsExactly(SystemMeasure.values());
        assertThat(result.measures()).allSatisfy(measure -> {
            if (measure.measure() == SystemMeasure.JVM_START_CPU
                    && measure.note().contains("bash")) {
                return; // there is none
            }
            assertThat(measure.rounds()).hasSize(2).allMatch(figure -> figure > 0 && Double.isFinite(figure));
            assertThat(measure.score()).isNull();
        });
        assertThat(SAID).contains("Round 1 of 2", "Round 2 of 2");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatCannotBeDoneIsLeftOutWithItsReason(@TempDir Path folder) throws Exception {
        URI nobody = URI.create("http://127.0.0.1:1/");

        SystemResult result =
                new Calibration(folder, nobody, Calibration.LONGEST, () -> false, SAID::add, 0, 1).run(Instant.EPOCH);

        MeasureResult download = result.measures().get(result.measures().size() - 1);
        assertThat(download.measure()).isEqualTo(SystemMeasure.DOWNLOAD);
        assertThat(download.rounds()).isEmpty();
        assertThat(download.note()).contains("onnection refused");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anInterruptionLeavesNothingBehind(@TempDir Path folder) throws IOException, InterruptedException {
        SystemResult result =
                new Calibration(folder, null, Calibration.LONGEST, () -> true, SAID::add).run(Instant.EPOCH);

        assertThat(result.measures())
                .allSatisfy(measure -> assertThat(measure.rounds()).isEmpty());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRoundIsAsFastAsATenthOfItsPieces() {
        List<Double> times = new ArrayList<>(Collections.nCopies(17, 300.0)); // of a busy machine: most were disturbed
        times.addAll(List.of(99.0, 100.0, 101.0));

        assertThat(Pieces.fast(times)).isEqualTo(100);
    }

    @Test
    void aRoundEndsWhenItsPiecesTakeLong() throws IOException, InterruptedException {
        AtomicLong clock = new AtomicLong();

        double nanos = Pieces.nanos(1000, () -> clock.addAndGet(70_000_000), clock::get);

        assertThat(clock).hasValue(140_000_000);
        assertThat(nanos).isEqualTo(70_000_000);
    }

    @Test
    void nothingMoreIsDoneWhenTheTimeIsUp(@TempDir Path folder) throws Exception {
        SystemResult result =
                new Calibration(folder, null, Duration.ofNanos(1), () -> false, SAID::add, 0, 3).run(Instant.EPOCH);

        assertThat(result.measures()).allSatisfy(measure -> {
            assertThat(measure.rounds()).isEmpty();
            assertThat(measure.score()).isNull();
        });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void thePrimesAreCounted() {
        assertThat(CpuWork.primes()).isEqualTo(1229);
    }

    @Test
    void unsteadyWorkAndFewRoundsHaveNoScore() {
        assertThat(result(100, 101, 99, 100, 102, 98, 100, 101, 99, 100).score())
                .isEqualTo(100);
        assertThat(result(100, 101, 99, 100, 102, 98, 100, 101, 99).score()).isNull();
        assertThat(result(100, 120, 80, 100, 130, 70, 100, 125, 75, 100).score())
                .isNull();
        assertThat(result(100, 101, 99, 100, 102, 98, 100, 101, 99, 500).score())
                .isEqualTo(100);
    }

    @Test
    void theVariationIsTheStandardDeviationByTheMedian() {
        Double variation = result(90, 92, 94, 96, 98, 102, 104, 106, 108, 110).variation();

        assertThat(variation).isCloseTo((106 - 94) / 1.349 / 100, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "JVM_START, 120, 100, OK",
        "JVM_START, 121, 100, WARNING",
        "JVM_START, 150, 100, WARNING",
        "JVM_START, 151, 100, CRITICAL",
        "JVM_START, 79, 100, IMPROVED",
        "CPU_ONE_CORE, 100, 120, OK",
        "CPU_ONE_CORE, 100, 121, WARNING",
        "CPU_ONE_CORE, 100, 151, CRITICAL",
        "CPU_ONE_CORE, 100, , INCONCLUSIVE",
        "CPU_ONE_CORE, , 100, INCONCLUSIVE",
    })
    void theBandsAreOfTheTimeForTheSameWork(SystemMeasure measure, Double now, Double then, Result verdict) {
        assertThat(new Slowdown(measure, now, then).verdict()).isEqualTo(verdict);
    }

    private static MeasureResult result(double... rounds) {
        List<Double> figures = new ArrayList<>();
        for (double round : rounds) {
            figures.add(round);
        }
        return new MeasureResult(SystemMeasure.CPU_ONE_CORE, figures, "");
    }
}
