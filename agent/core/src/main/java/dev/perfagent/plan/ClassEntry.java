package dev.perfagent.plan;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What became of one class file.
 *
 * @param name internal name
 * @param length of the class file as it was handed to us, in bytes
 * @param crc CRC-32 of it
 * @param within where the woven class file is, among other things; null when there was nothing to do
 * @param from where it begins there
 * @param wovenLength how long it is, in bytes
 * @param supertypes on which that rests too, as {@link SupertypeStamps}; empty when it rests on the class alone
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares entries
record ClassEntry(
        LoaderKind loader,
        String name,
        int length,
        int crc,
        byte @Nullable [] within,
        int from,
        int wovenLength,
        List<String> supertypes) {
    static ClassEntry of(
            LoaderKind loader, String name, byte[] original, byte @Nullable [] woven, List<String> supertypes) {
        int crc = crc(original, 0, original.length);
        int wovenLength = woven == null ? 0 : woven.length;
        return new ClassEntry(loader, name, original.length, crc, woven, 0, wovenLength, supertypes);
    }

    /** Whether there was something to do. */
    boolean isWoven() {
        return within != null;
    }

    /** The woven class file; null when there was nothing to do. Most of those in a plan are never asked for. */
    byte @Nullable [] woven() {
        return within == null || wovenLength == within.length
                ? within
                : Arrays.copyOfRange(within, from, from + wovenLength);
    }

    boolean isAbout(LoaderKind otherLoader, byte[] original) {
        return loader == otherLoader && length == original.length && crc == crc(original, 0, original.length);
    }

    boolean isSame(ClassEntry other) {
        return loader == other.loader
                && length == other.length
                && crc == other.crc
                && supertypes.equals(other.supertypes);
    }

    static int crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
