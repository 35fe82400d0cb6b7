package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** It may rule out only what the parser does not select either, and has to know the same id then. */
class LinePrefixTest {
    private static final String START = "2026-11-20T10:30:15.123Z";

    private static final List<RunSelection> SELECTIONS = List.of(
            RunSelection.ALL,
            RunSelection.ALL.ofCommand("batch"),
            RunSelection.ALL.ofCommand("batch").ofApplication("ghpm"),
            RunSelection.ALL.ofCommand("b\u00e4tch"),
            RunSelection.ALL.ofCommand("say \"hi\""),
            RunSelection.ALL.ofCommand(""),
            RunSelection.ALL.ofApplication("other"),
            RunSelection.ALL.in(TimeRange.since(Instant.parse(START))),
            RunSelection.ALL.in(TimeRange.since(Instant.parse("2026-11-20T10:30:15.124Z"))),
            RunSelection.ALL.in(new TimeRange(null, Instant.parse(START))));

    @Test
    void ofUsualLinesItRulesOutAllThatAreNotSelected() {
        for (RunSelection selection : SELECTIONS) {
            for (String line : usual()) {
                assertThat(rulesOut(line, selection)).as(selection + line).isEqualTo(!isSelected(line, selection));
            }
        }
    }

    @Test
    void ofOddLinesItRulesOutNoneThatIsSelected() {
        for (RunSelection selection : SELECTIONS) {
            for (String line : odd()) {
                assertThat(rulesOut(line, selection) && isSelected(line, selection))
                        .as(selection + line)
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsMalformedIsLeftToTheParser() {
        RunSelection selection = RunSelection.ALL.ofCommand("batch");
        for (String line : List.of("", "{", "no run", "[]", "{\"schema\":1", "{\"schema\":1,\"execution_id\":\"01")) {
            assertThat(rulesOut(line, selection)).as(line).isFalse();
        }
        String whole = run().line();
        for (int length = 0; length < whole.indexOf("\"options\""); length++) {
            assertThat(rulesOut(whole.substring(0, length), selection))
                    .as("cut before the end of the command")
                    .isFalse();
        }
    }

    private static List<String> usual() {
        return List.of(
                run().line(),
                run().command("status").line(),
                run().command("").line(),
                run().application("other").line(),
                run().json("application_version", "null").line(),
                run().json("application_version", "null").command("status").line(),
                run().application("a {[,").line());
    }

    private static List<String> odd() {
        List<String> lines = new ArrayList<>();
        for (String command : List.of("b\u00e4tch", "say \"hi\"", "a\\b", "bat\tch")) {
            lines.add(run().command(command).line());
            lines.add(run().application(command).line());
            lines.add(run().with("application_version", command).line());
        }
        String line = run().line();
        lines.add(line.replace(":", ": "));
        lines.add(" " + line);
        lines.add(line.replace("\"batch\"", "\"b\\u0061tch\""));
        lines.add(line.replace("\"command\"", "\"c\\u006fmmand\""));
        lines.add(line.replace("\"application\":", "\"new\":{\"command\":\"x\"},\"application\":"));
        lines.add(line.replace("\"schema\":1,", ""));
        lines.add(line.replace("\"schema\":1,", "\"schema\":2,"));
        lines.add(line.replace(START, "2026-13-20T10:30:15.123Z"));
        lines.add(line.replace(START, "2026-11-20T10:30:15Z"));
        lines.add(line.replace(START, "+1000000-11-20T10:30:15Z"));
        lines.add(line.replace("\"end_timestamp\":\"2026", "\"end_timestamp\":\"x"));
        lines.add(run().json("end_timestamp", "null").line());
        return lines;
    }

    private static SampleRun run() {
        return SampleRun.plain("01a1f6418c9d-8abe82833610", START);
    }

    private static boolean rulesOut(String line, RunSelection selection) {
        byte[] bytes = ("xy" + line + "z").getBytes(StandardCharsets.UTF_8);
        LinePrefix start = new LinePrefix(selection);
        boolean out = start.rulesOut(bytes, 2, bytes.length - 3);
        if (out) {
            byte[] ascii = idOfUnselected(line, selection).getBytes(StandardCharsets.US_ASCII);
            assertThat(start.id()).isEqualTo(FinalRecords.hash(ascii, 0, ascii.length));
        }
        return out;
    }

    private static boolean isSelected(String line, RunSelection selection) {
        return parsed(line, selection) != null;
    }

    private static String idOfUnselected(String line, RunSelection selection) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        RunParser parser = new RunParser();
        try {
            assertThat(parser.parse(bytes, 0, bytes.length, selection)).isNull();
        } catch (MalformedJsonException | NewerSchemaException e) {
            throw new AssertionError(line, e);
        }
        return String.valueOf(parser.id());
    }

    private static @Nullable StoredRun parsed(String line, RunSelection selection) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try {
            return new RunParser().parse(bytes, 0, bytes.length, selection);
        } catch (MalformedJsonException | NewerSchemaException e) {
            return null;
        }
    }
}
