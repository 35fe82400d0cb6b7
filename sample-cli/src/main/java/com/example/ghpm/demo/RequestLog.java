package com.example.ghpm.demo;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the server counted, a line a request: {@code METHOD path-with-query STATUS remaining bytes}. Lines that begin with
 * {@code #} are remarks. A line is in the file before its answer is sent, so whoever has the answer can read the line.
 */
final class RequestLog implements Closeable {
    private final @Nullable PrintWriter writer;
    private int requests;

    private RequestLog(@Nullable PrintWriter writer) {
        this.writer = writer;
    }

    static RequestLog open(@Nullable Path file) throws IOException {
        return new RequestLog(
                file == null ? null : new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
    }

    synchronized void request(String method, String target, Reply reply, int remaining) {
        requests++;
        line(method + " " + target + " " + reply.status() + " " + remaining + " " + reply.body().length);
    }

    synchronized void remark(String text) {
        line("# " + text);
    }

    synchronized int requests() {
        return requests;
    }

    @Override
    public synchronized void close() {
        remark("requests=" + requests);
        if (writer != null) {
            writer.close();
        }
    }

    private void line(String line) {
        if (writer != null) {
            writer.write(line + "\n");
            writer.flush();
        }
    }
}
