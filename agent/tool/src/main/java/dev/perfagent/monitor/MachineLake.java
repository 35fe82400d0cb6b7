package dev.perfagent.monitor;

import dev.perfagent.run.IsoTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The samples that monitors of a home have written. A line that is not one is passed over. */
public final class MachineLake {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String TIME = "{\"kind\":\"machine\",\"timestamp\":\"";
    private static final int TIME_LENGTH = "2026-11-20T10:00:00.000Z".length();

    private static final String DAY = "date=";
    private static final int DATE_LENGTH = "2026-11-20".length();
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Of a longer time only each second, third … sample is kept, so that a month fits into memory. */
    private static final int MOST_SAMPLES = 200_000;

    private final Path folder;

    public MachineLake(MonitorFolder folder) {
        this.folder = folder.lake().toPath();
    }

    /**
     * Those of that time, the oldest first.
     *
     * @param host only of this one; null for all
     */
    public List<MachineSample> between(Instant from, Instant to, @Nullable String host) throws IOException {
        List<MachineSample> samples = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return samples;
        }
        String first = text(from);
        String last = text(to);
        String firstDay = DAY + first.substring(0, DATE_LENGTH);
        String lastDay = DAY + last.substring(0, DATE_LENGTH);
        // Only days that are there: a run may claim that it took thousands of years.
        try (DirectoryStream<Path> days = Files.newDirectoryStream(folder, DAY + "*")) {
            for (Path day : days) {
                String name = String.valueOf(day.getFileName());
                if (name.compareTo(firstDay) >= 0 && name.compareTo(lastDay) <= 0 && Files.isDirectory(day)) {
                    readDay(day, first, last, host, samples);
                }
            }
        }
        samples.sort(Comparator.comparingLong(MachineSample::timeMillis));
        return samples;
    }

    /** As in a sample, where a year has four digits. */
    private static String text(Instant time) {
        Instant within = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
        return IsoTime.utc(within.toEpochMilli());
    }

    private static void readDay(Path day, String first, String last, @Nullable String host, List<MachineSample> samples)
            throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(day, "*.ndjson")) {
            for (Path file : all) {
                read(file, first, last, host, samples);
            }
        }
    }

    private static void read(Path file, String first, String last, @Nullable String host, List<MachineSample> samples)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        int every = 1;
        long seen = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!isBetween(line, first, last) || seen++ % every != 0) {
                    continue;
                }
                MachineSample sample = parse(line, host);
                if (sample != null) {
                    samples.add(sample);
                }
                if (samples.size() >= MOST_SAMPLES) {
                    thin(samples);
                    every *= 2;
                }
            }
        }
    }

    private static void thin(List<MachineSample> samples) {
        List<MachineSample> kept = new ArrayList<>();
        for (int i = 0; i < samples.size(); i += 2) {
            kept.add(samples.get(i));
        }
        samples.clear();
        samples.addAll(kept);
    }

    /** Times in this form sort as text. */
    private static boolean isBetween(String line, String first, String last) {
        if (!line.startsWith(TIME) || line.length() < TIME.length() + TIME_LENGTH) {
            return false;
        }
        String time = line.substring(TIME.length(), TIME.length() + TIME_LENGTH);
        return time.compareTo(first) >= 0 && time.compareTo(last) <= 0;
    }

    private static @Nullable MachineSample parse(String line, @Nullable String host) {
        try {
            JsonNode node = MAPPER.readTree(line);
            if (host != null && !host.equals(node.path("host").asString(host))) {
                return null;
            }
            Map<MachineFigure, Double> figures = new EnumMap<>(MachineFigure.class);
            for (MachineFigure figure : MachineFigure.values()) {
                JsonNode value = node.path(figure.key());
                if (value.isNumber()) {
                    figures.put(figure, value.doubleValue());
                }
            }
            long time = Instant.parse(node.path("timestamp").asString()).toEpochMilli();
            return new MachineSample(time, figures, node.path("top").asString(""));
        } catch (JacksonException | DateTimeException malformed) {
            return null;
        }
    }
}
