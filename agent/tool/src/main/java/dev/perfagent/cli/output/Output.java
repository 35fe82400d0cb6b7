package dev.perfagent.cli.output;

import dev.perfagent.machine.BuildCommands;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a command's result goes. What it throws, unlike a PrintStream, is {@link WriteFailure}; what is still held back then is
 * dropped, so that a failure is reported once.
 */
public final class Output {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final OutputStream stream;
    private final Charset charset;
    private final Screen screen;
    private boolean lineStarts = true;
    private boolean failed;

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
        write(encoded(harmless(text)));
    }

    /** Writes a line that is safe and laid out already. */
    public void line(String text) {
        text(text.stripTrailing() + System.lineSeparator());
    }

    /** Writes JSON: UTF-8 whatever the terminal's charset, and nothing in it that a terminal obeys. */
    public void json(String json) {
        file(SafeText.json(json) + "\n");
    }

    /** Writes text that is safe already and meant for a file or a program: UTF-8 whatever the terminal's charset. */
    public void file(String text) {
        write(harmless(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes whole lines that are meant as commands to a build server. */
    public void commands(String lines) {
        write(BuildCommands.onlyOwn(lines).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends what is still held back; nothing after a failure. */
    public void flush() {
        if (failed) {
            return;
        }
        try {
            stream.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The one place where lines leave: none of them commands a build. */
    private String harmless(String text) {
        String harmless = BuildCommands.disarmed(text, lineStarts);
        lineStarts = text.isEmpty() ? lineStarts : text.endsWith("\n");
        return harmless;
    }

    /** What the charset cannot say as an escape, so that different names stay different. */
    private byte[] encoded(String text) {
        CharsetEncoder encoder = charset.newEncoder();
        return (encoder.canEncode(text) ? text : SafeText.in(encoder, text)).getBytes(charset);
    }

    private void write(byte[] bytes) {
        try {
            stream.write(bytes);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private WriteFailure failure(IOException cause) {
        failed = true;
        return new WriteFailure(cause);
    }
}
