package dev.perfagent.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Where a command's result goes. What it throws, unlike a PrintStream, is {@link WriteFailure}. */
public final class Output {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final OutputStream stream;
    private final Charset charset;
    private final Screen screen;

    /** @param stream throws IOException when it cannot be written to */
    public Output(OutputStream stream, Charset charset, Screen screen) {
        this.stream = new BufferedOutputStream(stream, BUFFER_BYTES);
        this.charset = charset;
        this.screen = screen;
    }

    /** What can be shown. */
    public Screen screen() {
        return screen;
    }

    /** Writes text that is safe and laid out already. */
    public void text(String text) {
        write(text.getBytes(charset));
    }

    /** Writes a line that is safe and laid out already. */
    public void line(String text) {
        text(text.stripTrailing() + System.lineSeparator());
    }

    /** Writes JSON: UTF-8 whatever the terminal's charset, and nothing in it that a terminal obeys. */
    public void json(String json) {
        write((Safe.json(json) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes text that is safe already and meant for a file or a program: UTF-8 whatever the terminal's charset. */
    public void file(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends what is still held back. */
    public void flush() {
        try {
            stream.flush();
        } catch (IOException e) {
            throw new WriteFailure(e);
        }
    }

    private void write(byte[] bytes) {
        try {
            stream.write(bytes);
        } catch (IOException e) {
            throw new WriteFailure(e);
        }
    }
}
