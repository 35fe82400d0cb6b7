package org.example;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Another agent, which adds a text that nobody uses to the constant pools of classes: the {@code same} in every process, or, as
 * its argument says, a {@code different} one.
 */
public final class Rewriter implements ClassFileTransformer {
    private static final int TEXT = 1;

    private final String added;

    private Rewriter(String added) {
        this.added = added;
    }

    /** Called by the JVM. */
    public static void premain(@Nullable String argument, Instrumentation instrumentation) {
        boolean same = "same".equals(argument);
        instrumentation.addTransformer(new Rewriter(same ? "rewritten" : "rewritten at " + System.nanoTime()), true);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || !name.startsWith("org/example/") && !name.startsWith("picocli/")) {
            return null;
        }
        try {
            return rewritten(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] rewritten(byte[] classFile) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(classFile.length + 64);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(in.readLong());
        int count = in.readUnsignedShort();
        out.writeShort(count + 1);
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            int length = tag == TEXT ? in.readUnsignedShort() : constantSize(tag);
            if (tag == TEXT) {
                out.writeShort(length);
            }
            out.write(in.readNBytes(length));
            i += tag == 5 || tag == 6 ? 1 : 0; // a long or double takes two places
        }
        out.writeByte(TEXT);
        out.writeUTF(added);
        out.write(in.readAllBytes());
        return bytes.toByteArray();
    }

    /** Bytes after the tag; JVMS table 4.4-A. */
    private static int constantSize(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 5, 6 -> 8;
            default -> 4;
        };
    }
}
