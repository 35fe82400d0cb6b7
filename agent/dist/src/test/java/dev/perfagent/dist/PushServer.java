package dev.perfagent.dist;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server of a few frames of HTTP/2, for one client that upgrades to it: with its first answer it pushes another one. */
final class PushServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int PREFACE_BYTES = 24;
    private static final int FIRST_STREAM = 1;
    private static final int PUSHED_STREAM = 2;

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int PUSH_PROMISE = 5;

    private static final int ACKNOWLEDGED = 1;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    /** Of HPACK's static table: {@code :method: GET}, {@code :scheme: http}, {@code :status: 200}; names of literals. */
    private static final int METHOD_GET = 0x82;

    private static final int SCHEME_HTTP = 0x86;
    private static final int STATUS_200 = 0x88;
    private static final int AUTHORITY = 1;
    private static final int PATH = 4;

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK));
    private final Thread thread = new Thread(this::serve, "push server");

    PushServer() throws IOException {
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return authority() + "/page";
    }

    private String authority() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            serveNext();
        }
    }

    private void serveNext() {
        try (Socket client = socket.accept();
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
            serve(in, out);
        } catch (IOException gone) {
            return; // the client has what it wanted
        }
    }

    private void serve(DataInputStream in, DataOutputStream out) throws IOException {
        int ends = 0;
        while (ends < 4) {
            ends = in.read() == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : 0;
        }
        out.writeBytes("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n");
        frame(out, SETTINGS, 0, 0, new byte[0]);
        in.skipNBytes(PREFACE_BYTES);
        frame(out, PUSH_PROMISE, END_HEADERS, FIRST_STREAM, promise());
        answer(out, FIRST_STREAM, "page");
        answer(out, PUSHED_STREAM, "pushed");
        while (true) {
            int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            in.skipNBytes(length);
            if (type == SETTINGS && flags != ACKNOWLEDGED) {
                frame(out, SETTINGS, ACKNOWLEDGED, 0, new byte[0]);
            } else if (type == HEADERS) {
                answer(out, stream, "later");
            }
        }
    }

    private byte[] promise() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(PUSHED_STREAM);
        out.write(METHOD_GET);
        out.write(SCHEME_HTTP);
        literal(out, PATH, "/style");
        literal(out, AUTHORITY, authority());
        return bytes.toByteArray();
    }

    private static void literal(DataOutputStream out, int name, String value) throws IOException {
        out.write(name);
        out.write(value.length());
        out.writeBytes(value);
    }

    private static void answer(DataOutputStream out, int stream, String body) throws IOException {
        frame(out, HEADERS, END_HEADERS, stream, new byte[] {(byte) STATUS_200});
        frame(out, DATA, END_STREAM, stream, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
            throws IOException {
        out.writeByte(payload.length >> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }
}
