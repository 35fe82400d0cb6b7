package dev.perfagent.history;

import dev.perfagent.run.Run;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The start of a line as the agent writes it. It rules most of the lines out that are not selected, in a tenth of the time that a
 * JSON parser takes; what it does not understand, or cannot rule out, is left to that.
 */
final class LinePrefix {
    private static final byte[] ID = bytes("{\"schema\":" + Run.SCHEMA + ",\"execution_id\":\"");
    private static final byte[] START = bytes("\",\"timestamp\":\"");
    private static final byte[] END = bytes("\",\"end_timestamp\":\"");
    private static final byte[] APPLICATION = bytes("\",\"application\":\"");
    private static final byte[] VERSION = bytes("\",\"application_version\":");
    private static final byte[] NULL = bytes("null");
    private static final byte[] COMMAND = bytes(",\"command\":\"");

    private final RunSelection selection;
    private final byte @Nullable [] application;
    private final byte @Nullable [] command;
    private byte[] line = {};
    private int at;
    private long id;
    private @Nullable Instant end;

    LinePrefix(RunSelection selection) {
        this.selection = selection;
        this.application = selection.application() == null ? null : bytes(selection.application());
        this.command = selection.command() == null ? null : bytes(selection.command());
    }

    /** Whether that line is a run that is not selected; {@link #id} is known then. */
    boolean rulesOut(byte[] bytes, int offset, int length) {
        line = bytes;
        at = offset;
        end = null;
        int stop = offset + length;
        int from = at + ID.length;
        if (!passes(ID, stop) || !passesText(stop)) {
            return false;
        }
        id = FinalRecords.hash(bytes, from, at);
        from = at + START.length;
        if (!passes(START, stop) || !passesText(stop)) {
            return false;
        }
        if (isAtAnotherTime(from)) {
            end = parsedEnd(stop);
            return true;
        }
        return isOfAnother(stop);
    }

    /** The hash of its execution id, as {@link FinalRecords} has it. */
    long id() {
        return id;
    }

    /**
     * When the run ended that was ruled out because of its time; null when it does not say, or was ruled out for something else.
     */
    @Nullable
    Instant end() {
        return end;
    }

    private boolean isAtAnotherTime(int from) {
        if (selection.time().isAll()) {
            return false;
        }
        var start = RecordTime.parse(new String(line, from, at - from, StandardCharsets.US_ASCII));
        return start != null && !selection.acceptsStart(start);
    }

    private @Nullable Instant parsedEnd(int stop) {
        int from = at + END.length;
        return passes(END, stop) && passesText(stop)
                ? RecordTime.parse(new String(line, from, at - from, StandardCharsets.US_ASCII))
                : null;
    }

    /** Whether it is of another application or command. */
    private boolean isOfAnother(int stop) {
        if (application == null && command == null || !passes(END, stop) || !passesText(stop)) {
            return false;
        }
        int from = at + APPLICATION.length;
        if (!passes(APPLICATION, stop) || !passesText(stop)) {
            return false;
        }
        if (application != null && !isText(application, from)) {
            return true;
        }
        return command != null && passes(VERSION, stop) && passesVersion(stop) && isOfAnotherCommand(command, stop);
    }

    private boolean passesVersion(int stop) {
        if (passes(NULL, stop)) {
            return true;
        }
        at++;
        boolean text = at < stop && line[at - 1] == '"' && passesText(stop);
        at++;
        return text;
    }

    private boolean isOfAnotherCommand(byte[] wanted, int stop) {
        int from = at + COMMAND.length;
        return passes(COMMAND, stop) && passesText(stop) && !isText(wanted, from);
    }

    /** Goes behind what has to come next; false when something else comes. */
    private boolean passes(byte[] expected, int stop) {
        if (stop - at < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (line[at + i] != expected[i]) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }

    /** Goes to the quote behind a text; false when the text is not plain ASCII, or has no end. */
    private boolean passesText(int stop) {
        while (at < stop && line[at] != '"') {
            if (line[at] < ' ' || line[at] == '\\') {
                return false;
            }
            at++;
        }
        return at < stop;
    }

    /** Whether the text that was just passed is that. */
    private boolean isText(byte[] wanted, int from) {
        if (at - from != wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (line[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
