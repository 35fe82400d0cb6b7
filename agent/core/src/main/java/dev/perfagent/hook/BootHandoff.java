package dev.perfagent.hook;

import dev.perfagent.launch.CoreLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.Set;

/**
 * Defines {@link Handoff} in the boot loader as a class of {@code java.lang}, and its receiver here as a subclass of that.
 *
 * <p>Why not {@code appendToBootstrapClassLoaderSearch}: it switches off the user's AppCDS archive. Why a class of
 * {@code java.lang}: the loaders of OSGi, Maven and the like delegate no other package for certain. javac refuses to compile
 * into that package, so the name is changed in the constant pool of the two classes.
 */
public final class BootHandoff {
    private static final String SOURCE_NAME = "dev/perfagent/hook/Handoff";
    private static final String RECEIVER = "dev.perfagent.hook.HookReceiver";
    /** The system property, for some microseconds, that hands the class file to the woven initialiser. */
    public static final String OFFER = "dev.perfagent.handoff";

    private static final int MAGIC = 0xCAFEBABE;

    private BootHandoff() {}

    /**
     * Lays the hand-off out for {@code java.lang.Shutdown}, whose woven static initialiser defines it when the first shutdown
     * hook is added: that costs nothing, while opening {@code java.lang} from outside costs 3 to 5 ms.
     *
     * @param handoff what {@link #handoffClass} made, in this run or an earlier one
     */
    public static void offer(byte[] handoff) {
        System.getProperties().put(OFFER, handoff);
    }

    /**
     * From now on woven code reaches the given hooks. To be called once by each core, before any woven class runs.
     *
     * @param handoff what {@link #handoffClass} made
     * @param receiver what {@link #receiverClass} made
     * @return false when {@code java.lang.Shutdown} did not take the offer, because somebody had loaded it before us
     * @throws IllegalAccessException when this JVM does not let an agent open {@code java.lang}
     */
    public static boolean connect(Instrumentation instrumentation, byte[] handoff, byte[] receiver, Hooks hooks)
            throws IllegalAccessException {
        boolean taken = System.getProperties().remove(OFFER) == null;
        if (!isDefined()) {
            // Shutdown was loaded before us, or is another in this JDK.
            defineByOpening(instrumentation, handoff);
        }
        ((CoreLoader) BootHandoff.class.getClassLoader()).define(RECEIVER, receiver);
        HookReceiver.connect(hooks);
        return taken;
    }

    /** From now on woven code reaches nobody. */
    public static void disconnect() {
        HookReceiver.disconnect();
    }

    private static boolean isDefined() {
        try {
            Class.forName(Handoff.BOOT_NAME.replace('/', '.'), false, null);
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    private static void defineByOpening(Instrumentation instrumentation, byte[] handoff) throws IllegalAccessException {
        Module ours = BootHandoff.class.getModule();
        instrumentation.redefineModule(
                Object.class.getModule(),
                Collections.emptySet(),
                Collections.emptyMap(),
                Collections.singletonMap("java.lang", Set.of(ours)),
                Collections.emptySet(),
                Collections.emptyMap());
        MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(handoff);
    }

    /** {@link Handoff} under its boot name, as a class file. */
    public static byte[] handoffClass() throws IOException {
        return renamed("Handoff.class");
    }

    /** Its receiver, as a class file that extends it under that name. */
    public static byte[] receiverClass() throws IOException {
        return renamed("HookReceiver.class");
    }

    private static byte[] renamed(String resource) throws IOException {
        try (InputStream in = BootHandoff.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is missing from the agent's jar");
            }
            return rename(in.readAllBytes());
        }
    }

    /** The class file with every mention of {@link #SOURCE_NAME} in its constant pool changed to the boot name. */
    static byte[] rename(byte[] classFile) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(classFile.length + 256);
        DataOutputStream out = new DataOutputStream(bytes);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        out.writeInt(MAGIC);
        out.writeInt(in.readInt());
        int count = in.readUnsignedShort();
        out.writeShort(count);
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            if (tag == 1) {
                out.writeUTF(in.readUTF().replace(SOURCE_NAME, Handoff.BOOT_NAME));
            } else {
                out.write(in.readNBytes(constantSize(tag)));
            }
            if (tag == 5 || tag == 6) {
                i++; // a long or double takes two places
            }
        }
        out.write(in.readAllBytes());
        return bytes.toByteArray();
    }

    /** Bytes after the tag; JVMS table 4.4-A. */
    private static int constantSize(int tag) throws IOException {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IOException("constant pool tag " + tag + " is unknown");
        };
    }
}
