package dev.perfagent.calibrate;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A connection of this process with itself, both ends of which one thread reads and writes: a second thread would have to wait
 * for a CPU on a busy machine, and it is not the network that takes that time (decision 181).
 */
final class Loopback implements AutoCloseable {
    private static final int ROUND_TRIPS = 10;
    private static final int ROUND_TRIP_PIECES = 50;

    /** So little that it fits into the buffers of the system: nobody reads while it is written. */
    private static final int BUFFER = 16 * 1024;

    private static final int SYSTEM_BUFFER = 256 * 1024;
    private static final int BUFFERS = 32;
    private static final int SENDING_PIECES = 64;
    private static final double NANOS_A_MICRO = 1e3;

    private final byte[] buffer = new byte[BUFFER];
    private final Socket one = new Socket();
    private final Socket other;

    Loopback() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket()) {
            server.setReceiveBufferSize(SYSTEM_BUFFER);
            server.bind(new InetSocketAddress(here, 0), 1);
            one.setSendBufferSize(SYSTEM_BUFFER);
            one.connect(server.getLocalSocketAddress());
            other = server.accept();
        }
        one.setTcpNoDelay(true);
        other.setTcpNoDelay(true);
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
            pass(one, other, 1);
            pass(other, one, 1);
        }
    }

    private void send() throws IOException {
        for (int i = 0; i < BUFFERS; i++) {
            pass(one, other, BUFFER);
        }
    }

    private void pass(Socket from, Socket to, int bytes) throws IOException {
        from.getOutputStream().write(buffer, 0, bytes);
        if (to.getInputStream().readNBytes(buffer, 0, bytes) < bytes) {
            throw new EOFException("the loopback connection was closed");
        }
    }

    @Override
    public void close() throws IOException {
        one.close();
        other.close();
    }
}
