package dev.perfagent.calibrate;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A connection of this process with itself: a byte that comes is sent back, of a long message only the last one. */
final class Loopback implements AutoCloseable {
    private static final int ROUND_TRIPS = 10;
    private static final int ROUND_TRIP_PIECES = 50;
    private static final int BUFFER = 64 * 1024;
    private static final int BUFFERS = 8;
    private static final int SENDING_PIECES = 64;
    private static final double NANOS_A_MICRO = 1e3;

    private final byte[] buffer = new byte[BUFFER];
    private final ServerSocket server;
    private final Socket echo;
    private final Socket bulk;

    Loopback() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        server = new ServerSocket(0, 2, here);
        echo = new Socket(here, server.getLocalPort());
        serve(server.accept(), 1);
        bulk = new Socket(here, server.getLocalPort());
        serve(server.accept(), BUFFER * BUFFERS);
        echo.setTcpNoDelay(true);
        bulk.setTcpNoDelay(true);
    }

    private static void serve(Socket socket, int answerEach) throws IOException {
        socket.setTcpNoDelay(true);
        Thread thread = new Thread(() -> answer(socket, answerEach), "loopback");
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer(Socket socket, int answerEach) {
        byte[] buffer = new byte[BUFFER];
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            int missing = answerEach;
            for (int count = in.read(buffer); count > 0; count = in.read(buffer, 0, Math.min(BUFFER, missing))) {
                missing -= count;
                if (missing == 0) {
                    out.write(1);
                    missing = answerEach;
                }
            }
        } catch (IOException closed) {
            return; // by the other side, which then reports it
        }
    }

    Work roundTrips() {
        return new Work() {
            @Override
            public SystemMeasure measure() {
                return SystemMeasure.LOOPBACK_ROUND_TRIP;
            }

            @Override
            public double round() throws IOException, InterruptedException {
                return Pieces.nanos(ROUND_TRIP_PIECES, Loopback.this::thereAndBack) / NANOS_A_MICRO / ROUND_TRIPS;
            }
        };
    }

    Work sending() {
        return new Work() {
            @Override
            public SystemMeasure measure() {
                return SystemMeasure.LOOPBACK_THROUGHPUT;
            }

            @Override
            public double round() throws IOException, InterruptedException {
                return BUFFERS
                        * BUFFER
                        / BYTES_A_MB
                        * NANOS_A_SECOND
                        / Pieces.nanos(SENDING_PIECES, Loopback.this::send);
            }

            @Override
            public void close() throws IOException {
                Loopback.this.close();
            }
        };
    }

    private void thereAndBack() throws IOException {
        for (int i = 0; i < ROUND_TRIPS; i++) {
            echo.getOutputStream().write(1);
            expectByte(echo);
        }
    }

    private void send() throws IOException {
        for (int i = 0; i < BUFFERS; i++) {
            bulk.getOutputStream().write(buffer);
        }
        expectByte(bulk);
    }

    private static void expectByte(Socket socket) throws IOException {
        if (socket.getInputStream().read() < 0) {
            throw new EOFException("the loopback connection was closed");
        }
    }

    @Override
    public void close() throws IOException {
        echo.close();
        bulk.close();
        server.close();
    }
}
