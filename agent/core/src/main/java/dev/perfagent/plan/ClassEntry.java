package dev.perfagent.plan;

import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What became of one class file.
 *
 * @param name internal name
 * @param length of the class file as it was handed to us, in bytes
 * @param crc CRC-32 of it
 * @param woven null when there was nothing to do
 * @param supertypes on which that rests too, as {@link SupertypeStamps}; empty when it rests on the class alone
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares entries
record ClassEntry(
        LoaderKind loader, String name, int length, int crc, byte @Nullable [] woven, List<String> supertypes) {
    static ClassEntry of(
            LoaderKind loader, String name, byte[] original, byte @Nullable [] woven, List<String> supertypes) {
        return new ClassEntry(loader, name, original.length, crc(original, 0, original.length), woven, supertypes);
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
