package dev.perfagent.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** A PrintStream that reports its failures, which it otherwise keeps to itself. */
public final class StandardStream extends OutputStream {
    private final PrintStream target;

    public StandardStream(PrintStream target) {
        this.target = target;
    }

    @Override
    public void write(int b) throws IOException {
        target.write(b);
        check();
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        target.write(bytes, from, length);
        check();
    }

    @Override
    public void flush() throws IOException {
        check();
    }

    private void check() throws IOException {
        if (target.checkError()) {
            throw new IOException(reason());
        }
    }

    /** A PrintStream reports that it failed but not why; another byte to the same place fails for the same reason. */
    @SuppressWarnings("resource") // closing it would close standard output
    private String reason() {
        if (target == System.out) {
            try {
                new FileOutputStream(FileDescriptor.out).write('\n');
            } catch (IOException e) {
                return String.valueOf(e.getMessage());
            }
        }
        return "the stream is closed or full";
    }
}
